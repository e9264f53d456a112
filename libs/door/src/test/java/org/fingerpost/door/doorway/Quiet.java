package org.fingerpost.door.doorway;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.fingerpost.door.shedding.Shedding;
import org.fingerpost.door.shedding.SheddingConfig;

/** A door that is never behind. */
final class Quiet {
    private Quiet() {}

    static Shedding shedding() {
        return new Shedding(defaults(), _ -> 0, System::nanoTime);
    }

    /** As a service has them that sets nothing. */
    static SheddingConfig defaults() {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(SheddingConfig.class)
                        .build();
        return config.getConfigMapping(SheddingConfig.class);
    }
}
