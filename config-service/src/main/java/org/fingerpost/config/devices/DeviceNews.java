package org.fingerpost.config.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.settings.SealedJson;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.outbox.Outbox;

/** Tells the doors what devices say, and writes it down as their next revision. */
@ApplicationScoped
class DeviceNews {
    private static final String TYPE = "org.fingerpost.config.device.v1";

    private final DeviceRows rows;
    private final Outbox outbox;
    private final Clock clock;

    DeviceNews(DeviceRows rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The key of a device's state record. */
    static String name(DeviceRow row) {
        return Device.name(row.providerId, new MacAddress(row.mac));
    }

    /** Milliseconds are what every store and every reader keeps of it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The running transaction's, which an answer carries. */
    long commit() {
        return outbox.commitNumber();
    }

    /**
     * What the device says from now on: written down, and told to the doors.
     *
     * @return the commit number
     */
    long change(DeviceRow row) {
        rows.remember(row, author(row), false, now());
        return tell(row);
    }

    /** The same for many devices of one provider's, as sets. */
    void changeAll(List<DeviceRow> changed) {
        if (!changed.isEmpty()) {
            rows.rememberAll(changed, author(changed.getFirst()), now());
            tellAll(changed);
        }
    }

    /** Tells it without a revision: what has changed is not what the device says. */
    long tell(DeviceRow row) {
        rows.flush();
        return outbox.append(name(row), TYPE, State.of(row));
    }

    /** The caller holds the locks of them all. */
    void tellAll(List<DeviceRow> changed) {
        rows.flush();
        if (changed.isEmpty()) {
            return;
        }
        Map<String, State> states = new LinkedHashMap<>();
        changed.forEach(row -> states.put(name(row), State.of(row)));
        outbox.appendAll(TYPE, states);
    }

    /**
     * The device is no more.
     *
     * @return the commit number
     */
    long gone(DeviceRow row) {
        rows.remember(row, author(row), true, now());
        rows.delete(row);
        rows.flush();
        return outbox.appendGone(name(row), TYPE);
    }

    private static String author(DeviceRow row) {
        return "provider/" + row.providerId;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record State(
            long provider,
            String mac,
            String model,
            long generation,
            String tokenKey,
            String armedUntil,
            String group,
            StoredSettings settings,
            StoredVariables variables,
            StoredAccounts accounts,
            Map<String, Object> configKey,
            StoredSettings login) {
        static State of(DeviceRow row) {
            Device device = row.toDevice();
            Said said = device.said();
            return new State(
                    device.provider(),
                    device.mac().toString(),
                    device.model(),
                    device.generation(),
                    device.tokenKey(),
                    device.armedUntil().toString(),
                    said.group(),
                    said.settings(),
                    said.variables().all().isEmpty() ? null : said.variables(),
                    said.accounts().all().isEmpty() ? null : said.accounts(),
                    device.password().map(SealedJson::of).orElse(null),
                    device.login());
        }
    }
}
