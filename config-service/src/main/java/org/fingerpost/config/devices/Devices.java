package org.fingerpost.config.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.config.claims.Claims;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.Place;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the devices. A secret is sealed before it reaches the database or the outbox. */
@ApplicationScoped
public class Devices {
    private static final String TYPE = "org.fingerpost.config.device.v1";

    private final DeviceRows rows;
    private final ProviderKeys keys;
    private final Claims claims;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random;
    private final Duration window;

    Devices(
            DeviceRows rows,
            ProviderKeys keys,
            Claims claims,
            Outbox outbox,
            Clock clock,
            SecureRandom random,
            @ConfigProperty(name = "fingerpost.config.window") Duration window) {
        this.rows = rows;
        this.keys = keys;
        this.claims = claims;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
        this.window = window;
    }

    /** A device as it now is. */
    public record Kept(Device device, boolean made, long commit) {}

    /** Makes or changes a device. Its window opens when it is made, and not again by a change. */
    @Transactional
    public Kept put(long provider, MacAddress mac, String modelName, WishedSettings wish) {
        String model = ModelName.known(modelName).name();
        refuseForeign(provider, mac);
        ProviderKey key = keys.of(provider);
        Instant now = now();
        boolean made = rows.make(provider, mac, model, now, now.plus(window));
        DeviceRow row = row(provider, mac);
        Place.Owner owner = Place.Owner.device(provider, mac);
        StoredSettings before = StoredSettings.read(row.settings);
        PValues clear = wish.over(before, keyId -> keys.find(provider, keyId), owner);
        FileSize.check(mac, clear);
        row.model = model;
        row.settings = StoredSettings.sealed(clear, key, owner, random).write();
        return new Kept(row.toDevice(), made, tell(row));
    }

    /** Opens the window again; the token that is out becomes void. */
    @Transactional
    public Kept rearm(long provider, MacAddress mac) {
        DeviceRow row = row(provider, mac);
        row.generation = rows.nextGeneration();
        row.armedAt = now();
        row.armedUntil = row.armedAt.plus(window);
        return new Kept(row.toDevice(), false, tell(row));
    }

    /**
     * @return the commit number
     */
    @Transactional
    public long delete(long provider, MacAddress mac) {
        DeviceRow row = row(provider, mac);
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
     * Doors have given these files: closes the windows they were given in, at every other door.
     * Heard twice is heard once; a fetch from before the window was opened closes nothing.
     */
    @Transactional
    void given(Collection<Fetch> fetches) {
        List<Long> macs = fetches.stream().map(fetch -> fetch.mac().bits()).distinct().toList();
        for (DeviceRow row : rows.lockOpen(macs, clock.instant())) {
            boolean used = fetches.stream().anyMatch(fetch -> fetch.uses(row));
            if (used && row.toDevice().settings().secret().isPresent()) {
                Instant now = now();
                row.armedUntil = now.isAfter(row.armedAt) ? now : row.armedAt;
                tell(row);
            }
        }
    }

    private DeviceRow row(long provider, MacAddress mac) {
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

    private long tell(DeviceRow row) {
        rows.flush();
        Device device = row.toDevice();
        State state =
                new State(
                        device.provider(),
                        device.mac().toString(),
                        device.model(),
                        device.generation(),
                        device.armedUntil().toString(),
                        device.settings());
        return outbox.append(name(row), TYPE, state);
    }

    private record State(
            long provider,
            String mac,
            String model,
            long generation,
            String armedUntil,
            StoredSettings settings) {}
}
