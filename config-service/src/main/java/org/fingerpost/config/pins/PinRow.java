package org.fingerpost.config.pins;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.formats.mac.MacAddress;

@Entity
@Table(name = "pin")
class PinRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "batch_id")
    PinBatchRow batch;

    long providerId;
    byte[] hash;
    String number;
    String settings;
    Instant usedAt;
    Long usedBy;

    /** Whose the PIN's own settings are: bound to its hash, they cannot be put to another PIN. */
    static Place.Owner owner(long provider, byte[] hash) {
        return Place.Owner.pins(provider, "pin/" + HexFormat.of().formatHex(hash));
    }

    HeldPin toHeldPin() {
        return new HeldPin(
                id,
                batch.toBatch(),
                Optional.of(number).filter(digits -> !digits.isEmpty()).map(PhoneNumber::new),
                Optional.ofNullable(usedBy).map(MacAddress::new));
    }
}
