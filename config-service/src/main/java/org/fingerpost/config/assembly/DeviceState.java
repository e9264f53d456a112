package org.fingerpost.config.assembly;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.settings.StoredSettings;

/** A device as the state topic tells it. {@code armedUntil} is absent when no window is open. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DeviceState(long generation, String armedUntil, StoredSettings settings) {

    /** The epoch, long over, when the record has none. */
    Instant windowEnd() {
        return Optional.ofNullable(armedUntil).map(Instant::parse).orElse(Instant.EPOCH);
    }
}
