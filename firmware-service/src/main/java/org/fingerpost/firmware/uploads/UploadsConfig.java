package org.fingerpost.firmware.uploads;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

@ConfigMapping(prefix = "fingerpost.firmware.uploads")
interface UploadsConfig {
    /** After its last piece. A night's cut, and somebody who sees it in the morning. */
    @WithDefault("24h")
    Duration keep();

    /** Of an owner's at once, so that nobody fills the disk with beginnings. */
    @WithDefault("20")
    @Min(1)
    int most();

    /** What uploads leave free on the disk, for the releases made of them and for sightings. */
    @WithDefault("1G")
    MemorySize reserve();

    /** Of one file. The largest known images have 670 MB. */
    @WithDefault("1G")
    MemorySize largest();
}
