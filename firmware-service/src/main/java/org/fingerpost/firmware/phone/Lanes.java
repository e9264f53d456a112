package org.fingerpost.firmware.phone;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.fingerpost.door.Lane;
import org.fingerpost.door.Rate;

/** A lane for each provider, all in one that is the door's. */
@ApplicationScoped
class Lanes {
    private static final int RETRY_AFTER_SECONDS = 30;

    private final TransfersConfig config;
    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final Lane door;

    Lanes(TransfersConfig config) {
        this.config = config;
        this.door = Lane.of(config.most(), Lanes::later);
    }

    Lane of(long provider) {
        return lanes.computeIfAbsent(provider, any -> lane());
    }

    private Lane lane() {
        return config.bytesPerSecondOfAProvider()
                .map(MemorySize::asLongValue)
                .map(rate -> door.inner(config.mostOfAProvider(), new Rate(rate)))
                .orElseGet(() -> door.inner(config.mostOfAProvider()));
    }

    /** Spread, so that those who were put off together do not come back together. */
    private static Duration later() {
        int spread = ThreadLocalRandom.current().nextInt(2 * RETRY_AFTER_SECONDS);
        return Duration.ofSeconds(RETRY_AFTER_SECONDS + spread);
    }
}
