package org.fingerpost.redirect.notices.webhooks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fingerpost.redirect.notices.signing.SealedSecret;

@Entity
@Table(name = "webhook")
class WebhookRow {
    @Id Long providerId;

    String url;
    byte[] secretNonce;
    byte[] sealed;
    Instant setAt;
    int failures;
    long lease;
    Instant leasedUntil;
    Instant nextTryAt;
    Instant lastTryAt;
    String lastAnswer = "";

    /** A new address begins with a clean slate, and whoever speaks to the old one is not heard. */
    void point(URI to, SealedSecret secret, Instant now) {
        url = to.toString();
        secretNonce = secret.nonce();
        sealed = secret.ciphertext();
        setAt = now;
        failures = 0;
        // Above all that a webhook of this provider had which was removed meanwhile.
        lease = Math.max(lease + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
        leasedUntil = null;
        nextTryAt = now;
        lastTryAt = null;
        lastAnswer = "";
    }

    Turn turn(Instant until) {
        lease++;
        leasedUntil = until;
        return new Turn(providerId, lease, URI.create(url), new SealedSecret(secretNonce, sealed));
    }

    Webhook toWebhook() {
        return new Webhook(
                providerId,
                URI.create(url),
                setAt,
                failures,
                nextTryAt,
                Optional.ofNullable(lastTryAt),
                lastAnswer);
    }
}
