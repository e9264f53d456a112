package org.fingerpost.firmware.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private static final Digest ABC = Warehouse.digest("abc");

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Errands errands = new Errands(clock);

    @Test
    void whatFailedIsPausedAlsoIfNobodyWantedItForAMoment() {
        errands.ask(ABC, 3);
        errands.failed(next().orElseThrow());

        assertThat(next()).isEmpty();
        errands.ask(ABC, 3);
        assertThat(next()).isEmpty();

        now = now.plusSeconds(1);
        assertThat(next()).isPresent();
    }

    private Optional<Errands.Errand> next() {
        return errands.next(Map.of(), (_, _) -> false);
    }
}
