package org.fingerpost.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The operator's API key, from a file that only the service may read. Without the file there is no
 * operator.
 */
@ApplicationScoped
class OperatorKey {
    private final byte[] hash;

    OperatorKey(@ConfigProperty(name = "fingerpost.operator-key-file") Optional<Path> file) {
        this.hash =
                file.map(OperatorKey::read)
                        .map(key -> key.hash().getBytes(StandardCharsets.US_ASCII))
                        .orElse(new byte[0]);
    }

    boolean is(ApiKey key) {
        return MessageDigest.isEqual(hash, key.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private static ApiKey read(Path file) {
        try {
            return ApiKey.parse(Files.readString(file).strip())
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "fingerpost.operator-key-file: "
                                            + file
                                            + " holds no API key (fp_<number>_<40 characters>)"));
        } catch (IOException e) {
            throw new IllegalStateException("fingerpost.operator-key-file: cannot read " + file, e);
        }
    }
}
