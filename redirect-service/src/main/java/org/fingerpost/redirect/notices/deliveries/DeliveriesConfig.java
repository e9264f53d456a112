package org.fingerpost.redirect.notices.deliveries;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How notices are delivered. */
@ConfigMapping(prefix = "fingerpost.deliveries")
interface DeliveriesConfig {
    /**
     * Webhooks that this process speaks to at a time: enough that some that hang for ten seconds do
     * not hold up the others. With 0 it delivers nothing.
     */
    @WithDefault("16")
    int atOnce();
}
