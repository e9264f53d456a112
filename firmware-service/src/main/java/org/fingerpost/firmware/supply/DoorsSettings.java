package org.fingerpost.firmware.supply;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Between a control plane and doors on other machines. */
@ConfigMapping(prefix = "fingerpost.firmware.doors")
public interface DoorsSettings {
    /** Holds one word that both sides have. Without it a control plane gives doors nothing. */
    Optional<Path> secretFile();

    /**
     * At a door: the control plane's address, such as {@code https://firmware.example.com:8443}.
     */
    Optional<URI> source();

    /** At a door: the authorities that its control plane's certificate may come from, as PEM. */
    Optional<Path> caFile();
}
