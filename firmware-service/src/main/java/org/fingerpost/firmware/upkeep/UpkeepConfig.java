package org.fingerpost.firmware.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "fingerpost.firmware.upkeep")
interface UpkeepConfig {
    /**
     * How long a blob stays that nobody holds. Longer than a release takes from its bytes to its
     * row, and long enough to notice a mistake.
     */
    @WithDefault("24h")
    Duration grace();

    /** Between two walks. */
    @WithDefault("6h")
    Duration every();
}
