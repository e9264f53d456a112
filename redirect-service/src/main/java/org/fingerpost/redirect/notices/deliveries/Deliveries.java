package org.fingerpost.redirect.notices.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.redirect.notices.webhooks.Turn;
import org.fingerpost.redirect.notices.webhooks.Webhooks;

/**
 * Keeps the deliveries. A webhook gets its notices one at a time, in the order in which they were
 * told; one that fails holds back those behind it until it is delivered or dead.
 */
@ApplicationScoped
public class Deliveries {
    private static final Duration TRIED_FOR = Duration.ofDays(3);

    private final DeliveryRows rows;
    private final Webhooks webhooks;
    private final Notices notices;
    private final Clock clock;
    private final SecureRandom random;

    Deliveries(
            DeliveryRows rows,
            Webhooks webhooks,
            Notices notices,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.notices = notices;
        this.clock = clock;
        this.random = random;
    }

    /** In the transaction that tells the notice. A provider without webhook reads its history. */
    void queue(@Observes Notice notice) {
        if (webhooks.find(notice.provider()).isPresent()) {
            queue(notice.id(), notice.provider());
        }
    }

    /** Sends the notice again, behind all that waits; one that waits is left where it is. */
    @Transactional
    public Delivery replay(Caller caller, long notice) {
        Notice told =
                notices.find(caller, notice)
                        .orElseThrow(() -> Problem.notFound("no notice " + notice));
        if (webhooks.find(told.provider()).isEmpty()) {
            throw Problem.conflict(
                    "no-webhook", "set a webhook first: there is nowhere to send to");
        }
        Optional<DeliveryRow> before = rows.ofNotice(notice);
        if (before.filter(DeliveryRow::isWaiting).isPresent()) {
            return before.get().toDelivery();
        }
        before.ifPresent(row -> {
            rows.delete(row);
            rows.flush();
        });
        return queue(notice, told.provider()).toDelivery();
    }

    /** By the notice's id; a notice that was told when there was no webhook has none. */
    @Transactional
    public Map<Long, Delivery> of(List<Notice> page) {
        return rows.ofNotices(page.stream().map(Notice::id).toList()).stream()
                .collect(Collectors.toMap(row -> row.noticeId, DeliveryRow::toDelivery));
    }

    /** A page of the notices whose delivery is in that state, oldest first. */
    @Transactional
    public List<Notice> noticesIn(Delivery.State state, Caller caller, long after, int size) {
        return rows.in(state, caller, after, size).stream()
                .flatMap(row -> notices.find(caller, row.noticeId).stream())
                .toList();
    }

    /** What is to be sent now, if anything; nobody else gets it while the turn lasts. */
    @Transactional
    Optional<Attempt> pick() {
        return webhooks.takeTurn().flatMap(this::attempt);
    }

    private Optional<Attempt> attempt(Turn turn) {
        return rows.nextOf(turn.provider())
                .flatMap(row ->
                        notices.find(new Caller.OfProvider(turn.provider()), row.noticeId)
                                .map(notice -> new Attempt(turn, row.id, notice)));
    }

    /** Keeps what came of an attempt, unless its turn is void by now. */
    @Transactional
    void settle(Attempt attempt, boolean good, String answer) {
        Turn turn = attempt.turn();
        if (webhooks.endTurn(turn, good, answer, failures -> Backoff.after(failures, random))
                .isEmpty()) {
            return;
        }
        DeliveryRow row = rows.findById(attempt.delivery(), LockModeType.PESSIMISTIC_WRITE);
        row.lastAnswer = answer;
        if (good) {
            row.settle(Delivery.State.DELIVERED, now());
            return;
        }
        row.tries++;
        rows.flush();
        rows.giveUp(turn.provider(), now().minus(TRIED_FOR), now());
    }

    private DeliveryRow queue(long notice, long provider) {
        DeliveryRow row = new DeliveryRow();
        row.noticeId = notice;
        row.providerId = provider;
        row.queuedAt = now();
        rows.persistAndFlush(row);
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
