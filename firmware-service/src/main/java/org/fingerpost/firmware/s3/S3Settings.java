package org.fingerpost.firmware.s3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which bucket, and the two halves of its key, each in a file of its own. */
@ConfigMapping(prefix = "fingerpost.firmware.s3")
public interface S3Settings {
    /** Of another maker's store, with its scheme; Amazon's own if absent. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> bucket();

    /** Of all keys, so that a bucket can have other things in it; ends in a slash. */
    Optional<String> prefix();

    Optional<Path> accessKeyFile();

    Optional<Path> secretKeyFile();

    /** The bucket in the path and not in the host's name, as most stores but Amazon's want it. */
    Optional<Boolean> pathStyle();

    /** Until the store has said something: nobody who waits is a phone. */
    @WithDefault("10s")
    Duration patience();
}
