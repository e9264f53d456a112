package org.fingerpost.config.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.claims.Claims;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.StoredAccounts;
import org.fingerpost.config.layers.StoredVariables;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.settings.SealedJson;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the devices. A secret is sealed before it reaches the database or the outbox. */
@ApplicationScoped
public class Devices {
    private static final String TYPE = "org.fingerpost.config.device.v1";

    private final DeviceRows rows;
    private final ProviderKeys keys;
    private final Wishes wishes;
    private final ConfigKeys configKeys;
    private final Claims claims;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final Duration window;

    Devices(
            DeviceRows rows,
            ProviderKeys keys,
            Wishes wishes,
            ConfigKeys configKeys,
            Claims claims,
            Outbox outbox,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "fingerpost.config.window") Duration window) {
        this.rows = rows;
        this.keys = keys;
        this.wishes = wishes;
        this.configKeys = configKeys;
        this.claims = claims;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.window = window;
    }

    /** A device as it now is. */
    public record Kept(Device device, boolean made, long commit) {}

    /** Makes or changes a device that has nothing but settings of its own. */
    @Transactional
    public Kept put(long provider, MacAddress mac, String modelName, WishedSettings wish) {
        return put(provider, mac, WishedDevice.of(modelName, wish), false);
    }

    /**
     * Makes or changes a device. Its window opens when it is made, and not again by a change.
     *
     * @param held nothing changes for the phone before {@link #release}
     */
    @Transactional
    public Kept put(long provider, MacAddress mac, WishedDevice wish, boolean held) {
        String model = ModelName.known(wish.model()).name();
        refuseForeign(provider, mac);
        Instant now = now();
        boolean made = rows.make(provider, mac, model, now, now.plus(window));
        DeviceRow row = row(provider, mac);
        Said said = wishes.sealed(row, wish);
        wishes.check(provider, mac, said);
        row.tokenKey = made ? keys.of(provider).keyId() : row.tokenKey;
        if (held) {
            row.draft = said.write();
            rows.flush();
            return new Kept(row.toDevice(), made, outbox.commitNumber());
        }
        Optional<String> password = configKeys.wanted(row);
        row.put(said);
        configKeys.wished(row, password, now);
        return new Kept(row.toDevice(), made, change(row));
    }

    /**
     * What was held back is told from now on; a device that was never told has its window opened.
     */
    @Transactional
    public Kept release(long provider, MacAddress mac) {
        DeviceRow row = row(provider, mac);
        if (row.draft == null) {
            throw Problem.notFound("nothing is held back for " + mac);
        }
        Said said = Said.read(row.draft);
        wishes.check(provider, mac, said);
        if (row.revision == 0) {
            arm(row);
        }
        Optional<String> password = configKeys.wanted(row);
        row.put(said);
        configKeys.wished(row, password, now());
        return new Kept(row.toDevice(), false, change(row));
    }

    /** Opens the window again; the token and the login that are out become void. */
    @Transactional
    public Kept rearm(long provider, MacAddress mac) {
        ProviderKey key = keys.of(provider);
        DeviceRow row = told(provider, mac);
        Arming before = Arming.of(row);
        row.tokenKey = key.keyId();
        row.generation = rows.nextGeneration();
        arm(row);
        row.login = StoredSettings.none().write();
        audit.record(decision("device-rearmed", row).was(before).is(Arming.of(row)));
        return new Kept(row.toDevice(), false, change(row));
    }

    private void arm(DeviceRow row) {
        row.armedAt = now();
        row.armedUntil = row.armedAt.plus(window);
    }

    /** The row of a device that its phone has been told of. */
    DeviceRow told(long provider, MacAddress mac) {
        DeviceRow row = row(provider, mac);
        if (row.revision == 0) {
            throw Problem.conflict("device-held-back", mac + " is held back: publish it first");
        }
        return row;
    }

    /** What the device says from now on: written down, and told to the doors. */
    long change(DeviceRow row) {
        rows.remember(row, "provider/" + row.providerId, false, now());
        return tell(row);
    }

    /**
     * @return the commit number
     */
    @Transactional
    public long delete(long provider, MacAddress mac) {
        DeviceRow row = row(provider, mac);
        rows.remember(row, "provider/" + provider, true, now());
        audit.record(decision("device-deleted", row).was(Arming.of(row)));
        rows.delete(row);
        rows.flush();
        return outbox.appendGone(name(row), TYPE);
    }

    @Transactional
    public Optional<Device> find(long provider, MacAddress mac) {
        return rows.find(provider, mac).map(DeviceRow::toDevice);
    }

    /** A page of the provider's devices, by address, from behind {@code after} on. */
    @Transactional
    public List<Device> page(long provider, MacAddress after, int size) {
        return rows.page(provider, after, size).stream().map(DeviceRow::toDevice).toList();
    }

    /**
     * Doors have given these files: closes the windows they were given in, at every other door, and
     * follows which XML passwords the phones have. Heard twice is heard once; a fetch from before
     * the window was opened closes nothing.
     */
    @Transactional
    void given(Collection<Fetch> fetches) {
        List<Long> macs = fetches.stream().map(fetch -> fetch.mac().bits()).distinct().toList();
        for (DeviceRow row : rows.lockFollowed(macs, clock.instant())) {
            boolean changed = false;
            for (Fetch fetch : fetches) {
                if (fetch.of(row)) {
                    changed |= hear(row, fetch);
                }
            }
            if (changed) {
                change(row);
            } else if (row.armedUntil.isAfter(clock.instant()) && used(row, fetches)) {
                close(row);
                tell(row);
            }
        }
    }

    private boolean hear(DeviceRow row, Fetch fetch) {
        if (fetch.what() == Fetch.What.GENERIC) {
            return configKeys.missed(row, fetch.at());
        }
        boolean changed = configKeys.fetched(row, fetch);
        if (changed && fetch.uses(row)) {
            close(row);
        }
        return changed;
    }

    private boolean used(DeviceRow row, Collection<Fetch> fetches) {
        return fetches.stream().anyMatch(fetch -> fetch.uses(row)) && wishes.holdSecret(row);
    }

    private void close(DeviceRow row) {
        Instant now = now();
        row.armedUntil = now.isAfter(row.armedAt) ? now : row.armedAt;
    }

    /**
     * The provider's word on which XML password the phone has.
     *
     * @param password empty if it has none
     */
    @Transactional
    public Kept knowKey(long provider, MacAddress mac, Optional<String> password) {
        DeviceRow row = told(provider, mac);
        configKeys.known(row, password, now());
        return new Kept(row.toDevice(), false, change(row));
    }

    DeviceRow row(long provider, MacAddress mac) {
        return rows.lock(provider, mac).orElseThrow(() -> Problem.notFound("no device " + mac));
    }

    private void refuseForeign(long provider, MacAddress mac) {
        claims.ownerOf(mac)
                .ifPresent(owner -> {
                    if (owner != provider) {
                        throw Problem.conflict(
                                "device-taken", mac + " is registered to somebody else");
                    }
                });
    }

    /** Milliseconds are what every store and every reader keeps of it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String name(DeviceRow row) {
        return "device/" + row.providerId + "/" + new MacAddress(row.mac);
    }

    /** A device is its provider's, and nobody else changes it. */
    static Decision decision(String action, DeviceRow row) {
        Caller owner = new Caller.OfProvider(row.providerId);
        return Decision.about(owner, action, name(row), row.providerId);
    }

    /** What the audit keeps of a device: its settings hold secrets, and have their own history. */
    private record Arming(String model, int generation, Instant armedUntil) {
        static Arming of(DeviceRow row) {
            return new Arming(row.model, row.generation, row.armedUntil);
        }
    }

    private long tell(DeviceRow row) {
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
            return new State(
                    device.provider(),
                    device.mac().toString(),
                    device.model(),
                    device.generation(),
                    row.tokenKey,
                    device.armedUntil().toString(),
                    device.group().orElse(null),
                    device.settings(),
                    device.variables().all().isEmpty() ? null : device.variables(),
                    device.accounts().all().isEmpty() ? null : device.accounts(),
                    row.configKey == null ? null : SealedJson.of(ConfigKeys.read(row.configKey)),
                    StoredSettings.read(row.login));
        }
    }
}
