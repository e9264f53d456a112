package org.fingerpost.firmware.shelf;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The cache of a door whose blobs lie elsewhere. */
@ConfigMapping(prefix = "fingerpost.firmware.cache")
public interface ShelfSettings {
    /** Bytes of all blobs in it. Thirty of the largest known images. */
    @WithDefault("20G")
    MemorySize size();

    /** What it leaves free on the disk, for the spool and the replicas. */
    @WithDefault("1G")
    MemorySize reserve();

    /** Blobs that are fetched at the same time: one large one is not to hold up all others. */
    @WithDefault("2")
    @Min(1)
    @Max(32)
    int atOnce();
}
