package org.fingerpost.config.timeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long timelines are. */
@ConfigMapping(prefix = "fingerpost.config.timeline")
interface TimelineConfig {
    /** A phone that was unplugged over a summer still has its story. */
    @WithDefault("P12M")
    Retention keep();
}
