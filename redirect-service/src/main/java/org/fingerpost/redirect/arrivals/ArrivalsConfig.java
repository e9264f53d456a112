package org.fingerpost.redirect.arrivals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long strays are kept: phones that lie in nobody's range, or never were phones. */
@ConfigMapping(prefix = "fingerpost.arrivals")
interface ArrivalsConfig {
    /** After its last contact. A phone that was bought today is registered within the week. */
    @WithDefault("P7D")
    Duration straysKeptFor();

    /** About 150 MB. Anybody can make strays by asking for made-up addresses. */
    @WithDefault("1000000")
    long straysAtMost();
}
