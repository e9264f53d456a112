package org.fingerpost.redirect.notices.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.redirect.notices.signing.SecretSafe;
import org.fingerpost.redirect.notices.signing.WebhookSecret;

/** Keeps the webhooks, one a provider, and lets one speak to each at a time. */
@ApplicationScoped
public class Webhooks {
    /** Longer than a try can take, by much: clocks of several machines differ. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final WebhookRows rows;
    private final SecretSafe safe;
    private final Notices notices;
    private final Clock clock;

    Webhooks(WebhookRows rows, SecretSafe safe, Notices notices, Clock clock) {
        this.rows = rows;
        this.safe = safe;
        this.notices = notices;
        this.clock = clock;
    }

    /** Sets the provider's webhook in place of the one before; what waits goes there. */
    @Transactional
    public Webhook set(long provider, URI url, WebhookSecret secret) {
        if (!safe.hasKey()) {
            throw Problem.conflict(
                    "no-redirect-key",
                    "this installation has no fingerpost.redirect.key-file, so it cannot keep a"
                            + " webhook's secret: ask its operator");
        }
        WebhookRow row = locked(provider).orElseGet(WebhookRow::new);
        row.providerId = provider;
        row.point(url, safe.seal(secret, provider), now());
        try {
            rows.persistAndFlush(row);
        } catch (PersistenceException e) {
            if (String.valueOf(e.getMessage()).contains("webhook_pkey")) {
                throw Problem.conflict("webhook-set-twice", "it is being set by somebody else too");
            }
            throw e;
        }
        return row.toWebhook();
    }

    @Transactional
    public Optional<Webhook> find(long provider) {
        return rows.findByIdOptional(provider).map(WebhookRow::toWebhook);
    }

    /** What waits goes on waiting, for three days, for another webhook. */
    @Transactional
    public void remove(long provider) {
        rows.deleteById(provider);
    }

    /** Tells a notice of kind {@code test}; it and all that waits is tried at once. */
    @Transactional
    public Notice test(long provider) {
        WebhookRow row =
                locked(provider).orElseThrow(() -> Problem.notFound("you have set no webhook"));
        row.nextTryAt = now();
        return notices.tell(provider, "test", "provider/" + provider, Map.of());
    }

    /** The next turn of those who have something to say, if one may speak now. */
    @Transactional(TxType.MANDATORY)
    public Optional<Turn> takeTurn() {
        return rows.due(now()).map(row -> row.turn(now().plus(LEASE)));
    }

    /**
     * Gives the turn back; the webhook has its next one at once if it answered well, else after
     * {@code pause}.
     *
     * @return how often it has failed in a row; nothing if the turn was void, so that what came of
     *     it must be forgotten
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Integer> endTurn(Turn turn, boolean good, String answer, Pause pause) {
        Optional<WebhookRow> held =
                locked(turn.provider()).filter(row -> row.lease == turn.lease());
        held.ifPresent(row -> {
            row.failures = good ? 0 : row.failures + 1;
            row.leasedUntil = null;
            row.lastTryAt = now();
            row.lastAnswer = answer;
            row.nextTryAt = good ? now() : now().plus(pause.after(row.failures));
        });
        return held.map(row -> row.failures);
    }

    /** How long to wait after so many failures in a row. */
    public interface Pause {
        Duration after(int failures);
    }

    private Optional<WebhookRow> locked(long provider) {
        return rows.findByIdOptional(provider, LockModeType.PESSIMISTIC_WRITE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
