package org.fingerpost.redirect.notices.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How notices travel. */
@ConfigMapping(prefix = "fingerpost.notices")
interface NoticesConfig {
    /** For which the topic is made if it is missing: a reader may be away for a long holiday. */
    @WithDefault("P30D")
    Duration retention();
}
