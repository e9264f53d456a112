package org.fingerpost.gateway.upstream.doors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.RequestOptions;
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

    /** The way to a door, without method and path. */
    default RequestOptions way(Door door) {
        URI place =
                switch (door) {
                    case REDIRECT -> redirect();
                    case CONFIG -> config();
                    case FIRMWARE -> firmware();
                };
        boolean tls = "https".equals(place.getScheme());
        int usual = tls ? 443 : 80;
        return new RequestOptions()
                .setHost(place.getHost())
                .setPort(place.getPort() < 0 ? usual : place.getPort())
                .setSsl(tls);
    }
}
