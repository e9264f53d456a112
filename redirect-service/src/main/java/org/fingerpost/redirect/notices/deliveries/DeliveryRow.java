package org.fingerpost.redirect.notices.deliveries;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

@Entity
@Table(name = "delivery")
class DeliveryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long noticeId;
    long providerId;
    String state = Delivery.State.WAITING.word();
    Instant queuedAt;
    int tries;
    Instant settledAt;
    String lastAnswer = "";

    void settle(Delivery.State as, Instant now) {
        state = as.word();
        settledAt = now;
    }

    boolean isWaiting() {
        return state.equals(Delivery.State.WAITING.word());
    }

    Delivery toDelivery() {
        return new Delivery(
                Delivery.State.valueOf(state.toUpperCase(Locale.ROOT)),
                tries,
                Optional.ofNullable(settledAt),
                lastAnswer);
    }
}
