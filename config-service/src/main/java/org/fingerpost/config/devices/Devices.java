package org.fingerpost.config.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.audit.Audit;
import org.fingerpost.config.claims.Claims;
import org.fingerpost.config.devices.wishes.ModelName;
import org.fingerpost.config.devices.wishes.RefusedDeviceException;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.config.devices.wishes.Wishes;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;

/** Keeps the devices. A secret is sealed before it reaches the database or the outbox. */
@ApplicationScoped
public class Devices {
    private final DeviceRows rows;
    private final ProviderKeys keys;
    private final Wishes wishes;
    private final ConfigKeys configKeys;
    private final Claims claims;
    private final DeviceNews news;
    private final Audit audit;
    private final Duration window;

    Devices(
            DeviceRows rows,
            ProviderKeys keys,
            Wishes wishes,
            ConfigKeys configKeys,
            Claims claims,
            DeviceNews news,
            Audit audit,
            @ConfigProperty(name = "fingerpost.config.window") Duration window) {
        this.rows = rows;
        this.keys = keys;
        this.wishes = wishes;
        this.configKeys = configKeys;
        this.claims = claims;
        this.news = news;
        this.audit = audit;
        this.window = window;
    }

    /** A device as it now is. */
    public record Kept(Device device, boolean made, long commit) {}

    /**
     * Makes or changes a device. Its window opens when it is made, and not again by a change.
     *
     * @param held nothing changes for the phone before {@link #release}
     */
    @Transactional
    public Kept put(long provider, MacAddress mac, WishedDevice wish, boolean held) {
        String model = ModelName.known(wish.model()).name();
        refuseForeign(provider, mac);
        Instant now = news.now();
        boolean made = rows.make(provider, mac, model, now, now.plus(window));
        DeviceRow row = row(provider, mac);
        Said said = said(row, wish, made);
        if (held) {
            row.draft = said.write();
            rows.flush();
            return new Kept(row.toDevice(), made, news.commit());
        }
        say(row, said, now);
        return new Kept(row.toDevice(), made, news.change(row));
    }

    /**
     * Makes or changes many devices, each as {@link #put} does, with a few statements for all.
     *
     * @throws RefusedDeviceException if one is refused; then nothing of the transaction may stay
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void putAll(long provider, Map<MacAddress, WishedDevice> all) {
        Instant now = news.now();
        Map<MacAddress, String> models = new LinkedHashMap<>();
        all.forEach((mac, wish) ->
                RefusedDeviceException.naming(
                        mac,
                        () -> {
                            models.put(mac, ModelName.known(wish.model()).name());
                            refuseForeign(provider, mac);
                        }));
        Set<MacAddress> made = rows.makeAll(provider, models, now, now.plus(window));
        List<DeviceRow> changed =
                rows.lockAll(provider, all.keySet().stream().map(MacAddress::bits).toList());
        for (DeviceRow row : changed) {
            MacAddress mac = new MacAddress(row.mac);
            RefusedDeviceException.naming(
                    mac, () -> say(row, said(row, all.get(mac), made.contains(mac)), now));
        }
        news.changeAll(changed);
    }

    private Said said(DeviceRow row, WishedDevice wish, boolean made) {
        Said said =
                wishes.sealed(
                        row.providerId,
                        new MacAddress(row.mac),
                        wish,
                        row.heldBack().orElseGet(row::said));
        wishes.check(row.providerId, new MacAddress(row.mac), said);
        row.tokenKey = made ? keys.of(row.providerId).keyId() : row.tokenKey;
        return said;
    }

    private void say(DeviceRow row, Said said, Instant now) {
        Optional<String> password = configKeys.wanted(row);
        row.put(said);
        configKeys.wished(row, password, now);
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
        Said said = row.heldBack().orElseThrow();
        wishes.check(provider, mac, said);
        if (row.revision == 0) {
            arm(row);
        }
        say(row, said, news.now());
        return new Kept(row.toDevice(), false, news.change(row));
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
        audit.record(row.toDevice().decision("device-rearmed").was(before).is(Arming.of(row)));
        return new Kept(row.toDevice(), false, news.change(row));
    }

    private void arm(DeviceRow row) {
        row.armedAt = news.now();
        row.armedUntil = row.armedAt.plus(window);
    }

    /**
     * The device proves itself with this from now on, and with its token as before.
     *
     * @param login empty if the derived one is to hold again
     * @return the commit number
     */
    @Transactional
    public long putLogin(long provider, MacAddress mac, StoredSettings login) {
        DeviceRow row = told(provider, mac);
        row.login = login.write();
        String action = login.all().isEmpty() ? "device-login-taken-back" : "device-login-chosen";
        audit.record(row.toDevice().decision(action));
        return news.change(row);
    }

    /** The row of a device that its phone has been told of. */
    private DeviceRow told(long provider, MacAddress mac) {
        DeviceRow row = row(provider, mac);
        if (row.revision == 0) {
            throw Problem.conflict("device-held-back", mac + " is held back: publish it first");
        }
        return row;
    }

    /**
     * @return the commit number
     */
    @Transactional
    public long delete(long provider, MacAddress mac) {
        DeviceRow row = row(provider, mac);
        audit.record(row.toDevice().decision("device-deleted").was(Arming.of(row)));
        return news.gone(row);
    }

    @Transactional
    public Optional<Device> find(long provider, MacAddress mac) {
        return rows.find(provider, mac).map(DeviceRow::toDevice);
    }

    /**
     * The device, which nobody changes until the transaction ends.
     *
     * @throws Problem if there is none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Device known(long provider, MacAddress mac) {
        return row(provider, mac).toDevice();
    }

    /** The first of these that the provider has a device for. */
    @Transactional
    public Optional<MacAddress> first(long provider, Collection<MacAddress> macs) {
        return rows.known(provider, macs.stream().map(MacAddress::bits).toList())
                .map(MacAddress::new);
    }

    /** A page of the provider's devices, by address, from behind {@code after} on. */
    @Transactional
    public List<Device> page(long provider, MacAddress after, int size) {
        return rows.page(provider, after, size).stream().map(DeviceRow::toDevice).toList();
    }

    /**
     * The provider's word on which XML password the phone has.
     *
     * @param password empty if it has none
     */
    @Transactional
    public Kept knowKey(long provider, MacAddress mac, Optional<String> password) {
        DeviceRow row = told(provider, mac);
        configKeys.known(row, password, news.now());
        return new Kept(row.toDevice(), false, news.change(row));
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

    /** What the audit keeps of a device: its settings hold secrets, and have their own history. */
    private record Arming(String model, int generation, Instant armedUntil) {
        static Arming of(DeviceRow row) {
            return new Arming(row.model, row.generation, row.armedUntil);
        }
    }
}
