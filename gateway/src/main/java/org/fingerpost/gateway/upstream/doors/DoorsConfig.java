package org.fingerpost.gateway.upstream.doors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import org.fingerpost.gateway.names.Door;

/** Where the services are, as the gateway reaches them. */
@ConfigMapping(prefix = "fingerpost.gateway.doors")
public interface DoorsConfig {
    /** With scheme, host and port, without a path. */
    @WithDefault("http://127.0.0.1:8081")
    URI redirect();

    @WithDefault("http://127.0.0.1:8082")
    URI config();

    @WithDefault("http://127.0.0.1:8083")
    URI firmware();

    /** Connections to each of them for TFTP; who finds none waits. */
    @WithDefault("32")
    int connections();

    /** A door that is silent for so long is away. */
    @WithDefault("10s")
    Duration patience();

    default URI of(Door door) {
        return switch (door) {
            case REDIRECT -> redirect();
            case CONFIG -> config();
            case FIRMWARE -> firmware();
        };
    }
}
