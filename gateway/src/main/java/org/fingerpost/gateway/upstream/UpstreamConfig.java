package org.fingerpost.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept of the doors' files, and for how long. */
@ConfigMapping(prefix = "fingerpost.gateway.kept")
public interface UpstreamConfig {
    /** Within this a door is not asked again: a phone that repeats its request is no new one. */
    @WithDefault("1s")
    Duration fresh();

    /** For so long a file is given without its door's word, while the door is away. */
    @WithDefault("24h")
    Duration stale();

    /** Memory for files that are small enough to be kept whole. */
    @WithDefault("32M")
    MemorySize files();

    /** Memory for pieces of large files. */
    @WithDefault("96M")
    MemorySize pieces();
}
