package org.fingerpost.config.pins;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.secrets.seals.Place;

@Entity
@Table(name = "pin_batch")
class PinBatchRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String keyId;
    int digits;
    int size;
    String model;
    String settings;
    Instant madeAt;
    Instant expiresAt;
    boolean complete;
    Instant voidedAt;

    /** Whose the batch's own settings are. */
    Place.Owner owner() {
        return Place.Owner.pins(providerId, "pin-batch/" + id);
    }

    PinBatch toBatch() {
        return new PinBatch(
                id,
                providerId,
                Optional.of(model).filter(name -> !name.isEmpty()),
                digits,
                size,
                madeAt,
                expiresAt,
                complete,
                Optional.ofNullable(voidedAt));
    }
}
