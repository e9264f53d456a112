package org.fingerpost.firmware.phone;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.Optional;

@ConfigMapping(prefix = "fingerpost.firmware.transfers")
interface TransfersConfig {
    /** Bodies under way at a door. Each is an open file and a connection. */
    @WithDefault("2000")
    @Min(1)
    int most();

    /** Bodies under way for one provider, so that its fleet does not take the place of others'. */
    @WithDefault("1000")
    @Min(1)
    int mostOfAProvider();

    /** Bytes a second for all of a provider's bodies together; as fast as it goes if absent. */
    Optional<MemorySize> bytesPerSecondOfAProvider();

    /**
     * Bodies under way of one release for one provider, so that a new version, which all phones
     * want at once, does not take the place of the others.
     */
    @WithDefault("1000")
    @Min(1)
    int mostOfAVersion();

    /** Bytes a second for all bodies of one release for one provider together. */
    Optional<MemorySize> bytesPerSecondOfAVersion();
}
