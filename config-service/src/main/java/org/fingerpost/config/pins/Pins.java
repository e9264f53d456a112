package org.fingerpost.config.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.pins.numbers.Pin;
import org.fingerpost.config.secrets.PinKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/** Finds the PIN that somebody typed, and sees to it that it is used once. */
@ApplicationScoped
public class Pins {
    private final PinRows rows;
    private final PinBatchRows batches;
    private final ProviderKeys keys;
    private final Clock clock;

    Pins(PinRows rows, PinBatchRows batches, ProviderKeys keys, Clock clock) {
        this.rows = rows;
        this.batches = batches;
        this.keys = keys;
        this.clock = clock;
    }

    /** The provider's PIN, whatever has become of it; of two who want it one waits here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<HeldPin> hold(long provider, Pin pin) {
        return batches.keyIds(provider).stream()
                .flatMap(keyId -> keys.find(provider, keyId).stream())
                .flatMap(key -> rows.lock(provider, pin.hash(PinKey.of(key))).stream())
                .findFirst()
                .map(PinRow::toHeldPin);
    }

    /**
     * What the phone is told that is claimed with this PIN, in clear: the batch's, then its own.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PValues settings(HeldPin held) {
        PinRow row = rows.findById(held.id());
        PinBatchRow batch = row.batch;
        return opened(batch.settings, batch.owner())
                .with(opened(row.settings, PinRow.owner(row.providerId, row.hash)));
    }

    /**
     * The PIN is the phone's from now on. Its settings are the device's now, and not kept twice.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void use(HeldPin held, MacAddress by) {
        PinRow row = rows.findById(held.id());
        row.usedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        row.usedBy = by.bits();
        row.settings = StoredSettings.none().write();
    }

    private PValues opened(String settings, Place.Owner owner) {
        return StoredSettings.read(settings)
                .opened(keyId -> keys.find(owner.provider(), keyId), owner);
    }
}
