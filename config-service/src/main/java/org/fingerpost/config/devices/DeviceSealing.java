package org.fingerpost.config.devices;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.keys.changes.SealedRoom;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/**
 * Seals devices' secrets anew when their provider's key is changed, by address. Whatever of a
 * device is kept sealed must be in {@link #resealed}.
 */
@ApplicationScoped
class DeviceSealing implements SealedRoom {
    private final DeviceRows rows;
    private final DeviceNews news;
    private final ConfigKeys configKeys;
    private final SecureRandom random;

    DeviceSealing(DeviceRows rows, DeviceNews news, ConfigKeys configKeys, SecureRandom random) {
        this.rows = rows;
        this.news = news;
        this.configKeys = configKeys;
        this.random = random;
    }

    @Override
    public String room() {
        return "devices";
    }

    @Override
    public Stretch reseal(
            ProviderKey to, Function<String, Optional<ProviderKey>> keys, long behind, int most) {
        List<Long> macs = rows.macsBehind(to.provider(), behind, most);
        List<DeviceRow> changed = new ArrayList<>();
        int stuck = 0;
        for (DeviceRow row :
                macs.isEmpty() ? List.<DeviceRow>of() : rows.lockAll(to.provider(), macs)) {
            try {
                if (resealed(row, to, keys)) {
                    changed.add(row);
                }
            } catch (UnopenableException | IllegalArgumentException | IllegalStateException e) {
                stuck++;
            }
        }
        if (!changed.isEmpty()) {
            news.tellAll(changed.stream().filter(row -> row.revision > 0).toList());
        }
        boolean end = macs.size() < most;
        return new Stretch(macs.isEmpty() ? behind : macs.getLast(), changed.size(), stuck, end);
    }

    /** Whether there was anything to do. */
    private boolean resealed(
            DeviceRow row, ProviderKey to, Function<String, Optional<ProviderKey>> keys) {
        Place.Owner owner = Place.Owner.device(row.providerId, new MacAddress(row.mac));
        Said said = row.said();
        Said freshSaid = said.under(to, keys, owner, random);
        Optional<Said> draft = row.heldBack();
        Optional<Said> freshDraft = draft.map(held -> held.under(to, keys, owner, random));
        StoredSettings login = StoredSettings.read(row.login);
        StoredSettings freshLogin = login.under(to, keys, owner, random);
        boolean passwords = configKeys.reseal(row, to, keys);
        if (freshSaid == said
                && freshLogin == login
                && freshDraft.orElse(null) == draft.orElse(null)
                && !passwords) {
            return false;
        }
        row.put(freshSaid);
        row.draft = freshDraft.map(Said::write).orElse(null);
        row.login = freshLogin.write();
        return true;
    }
}
