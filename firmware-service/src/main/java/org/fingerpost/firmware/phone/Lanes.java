package org.fingerpost.firmware.phone;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.fingerpost.door.Lane;
import org.fingerpost.door.Rate;

/** A lane for each release of a provider's, in the provider's, and that in the door's. */
@ApplicationScoped
class Lanes {
    private static final int RETRY_AFTER_SECONDS = 30;

    private final TransfersConfig config;
    private final Map<Long, Lane> providers = new ConcurrentHashMap<>();
    private final Map<Version, Lane> versions = new ConcurrentHashMap<>();
    private final Lane door;

    Lanes(TransfersConfig config) {
        this.config = config;
        this.door = Lane.of(config.most(), Lanes::later);
    }

    private record Version(long provider, long release) {}

    /** Of a provider's phones that get that release, its own or the operator's. */
    Lane of(long provider, long release) {
        return versions.computeIfAbsent(
                new Version(provider, release),
                any ->
                        inner(
                                of(provider),
                                config.mostOfAVersion(),
                                config.bytesPerSecondOfAVersion()));
    }

    /** Of all that a provider's phones get. */
    Lane of(long provider) {
        return providers.computeIfAbsent(
                provider,
                any -> inner(door, config.mostOfAProvider(), config.bytesPerSecondOfAProvider()));
    }

    private static Lane inner(Lane around, int most, Optional<MemorySize> bytesPerSecond) {
        return bytesPerSecond
                .map(bytes -> around.inner(most, new Rate(bytes.asLongValue())))
                .orElseGet(() -> around.inner(most));
    }

    /** Spread, so that those who were put off together do not come back together. */
    private static Duration later() {
        int spread = ThreadLocalRandom.current().nextInt(2 * RETRY_AFTER_SECONDS);
        return Duration.ofSeconds(RETRY_AFTER_SECONDS + spread);
    }
}
