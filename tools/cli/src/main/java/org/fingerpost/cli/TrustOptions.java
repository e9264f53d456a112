package org.fingerpost.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.fingerpost.cli.wire.Trust;
import picocli.CommandLine.Option;

/** Whom the played phone believes over HTTPS. */
final class TrustOptions {
    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trust the authorities in this PEM file and no other.")
    private Path authorities = Path.of("");

    @Option(names = "--insecure", description = "Trust any server, as phones with P8463 = 0 do.")
    private boolean insecure;

    /**
     * @throws IllegalArgumentException with a sentence, if the file holds no authority
     */
    Trust trusted() {
        if (insecure) {
            return Trust.ofAnybody();
        }
        if (authorities.toString().isEmpty()) {
            return Trust.ofSystem();
        }
        try {
            return Trust.ofAuthorities(authorities);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--ca: " + authorities + " cannot be read or holds no certificate", e);
        }
    }
}
