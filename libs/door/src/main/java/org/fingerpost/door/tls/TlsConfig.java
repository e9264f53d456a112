package org.fingerpost.door.tls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a service speaks TLS, apart from what Quarkus has settings for. */
@ConfigMapping(prefix = "fingerpost.tls")
interface TlsConfig {
    /** What does the arithmetic. */
    @WithDefault("auto")
    TlsEngine engine();
}
