package org.fingerpost.config.pins;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.pins.lockouts.Lockouts;
import org.fingerpost.config.pins.numbers.Pin;
import org.fingerpost.config.pins.wishes.BatchWish;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.problems.Problem;

/** Keeps batches of PINs. No transaction of it touches more than a thousand of them. */
@ApplicationScoped
public class PinBatches {
    private static final int CHUNK = 1_000;

    /** Of all PINs of a length one in so many may be open: a guess is wrong at least as often. */
    private static final long SPARSE = 100;

    private final PinBatchRows batches;
    private final PinRows pins;
    private final PinPress press;
    private final ProviderKeys keys;
    private final Lockouts lockouts;
    private final Clock clock;
    private final SecureRandom random;

    PinBatches(
            PinBatchRows batches,
            PinRows pins,
            PinPress press,
            ProviderKeys keys,
            Lockouts lockouts,
            Clock clock,
            SecureRandom random) {
        this.batches = batches;
        this.pins = pins;
        this.press = press;
        this.keys = keys;
        this.lockouts = lockouts;
        this.clock = clock;
        this.random = random;
    }

    /** A batch and its PINs, which nobody sees again. */
    record Made(PinBatch batch, List<Pin> pins) {}

    /** Makes a batch. None of its PINs is good before all are written. */
    Made make(long provider, BatchWish wish) {
        ProviderKey key = QuarkusTransaction.requiringNew().call(() -> keys.of(provider));
        PinBatch batch = QuarkusTransaction.requiringNew().call(() -> begin(key, wish));
        List<Pin> made = new ArrayList<>(wish.pins().size());
        for (int at = 0; at < wish.pins().size(); at += CHUNK) {
            List<BatchWish.One> chunk =
                    wish.pins().subList(at, Math.min(at + CHUNK, wish.pins().size()));
            made.addAll(
                    QuarkusTransaction.requiringNew().call(() -> press.print(batch, key, chunk)));
        }
        return new Made(
                QuarkusTransaction.requiringNew().call(() -> complete(provider, batch.id())), made);
    }

    /** Makes its unused PINs worthless, at once, and then deletes them with what they hold. */
    void voidBatch(long provider, long id) {
        QuarkusTransaction.requiringNew().run(() -> markVoid(provider, id));
        int dropped;
        do {
            dropped = QuarkusTransaction.requiringNew().call(() -> pins.drop(id, CHUNK));
        } while (dropped == CHUNK);
    }

    @Transactional
    Optional<PinBatch> find(long provider, long id) {
        return batches.find(provider, id).map(PinBatchRow::toBatch);
    }

    /** A page of the provider's batches, the newest first, from before this id on. */
    @Transactional
    List<PinBatch> page(long provider, long before, int size) {
        return batches.page(provider, before, size).stream().map(PinBatchRow::toBatch).toList();
    }

    /** How the batch's PINs stand now. */
    @Transactional
    PinBatch.Counts count(PinBatch batch) {
        long used = pins.countUsed(batch.id());
        if (!batch.complete() || batch.voidedAt().isPresent()) {
            return new PinBatch.Counts(0, used, 0, 0, batch.size() - used);
        }
        long unused = batch.size() - used;
        if (!batch.isOpen(clock.instant())) {
            return new PinBatch.Counts(0, used, unused, 0, 0);
        }
        Set<String> numbers = lockouts.lockedNumbers(batch.provider());
        long locked = pins.countUnused(batch.id(), numbers);
        return new PinBatch.Counts(unused - locked, used, 0, locked, 0);
    }

    private PinBatch begin(ProviderKey key, BatchWish wish) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        refuseCrowding(key.provider(), wish, now);
        PinBatchRow row = new PinBatchRow();
        row.providerId = key.provider();
        row.keyId = key.keyId();
        row.digits = wish.digits();
        row.size = wish.pins().size();
        row.model = wish.model().orElse("");
        row.settings = StoredSettings.none().write();
        row.madeAt = now;
        row.expiresAt = wish.expiresAt().truncatedTo(ChronoUnit.MILLIS);
        batches.persist(row);
        // They are bound to the batch's id.
        row.settings = StoredSettings.sealed(wish.settings(), key, row.owner(), random).write();
        return row.toBatch();
    }

    private void refuseCrowding(long provider, BatchWish wish, Instant now) {
        long most = (long) Math.pow(10, wish.digits()) / SPARSE;
        long open = pins.countOpen(provider, wish.digits(), now);
        if (open + wish.pins().size() > most) {
            throw Problem.conflict(
                            "pins-too-dense",
                            "of PINs with "
                                    + wish.digits()
                                    + " digits at most "
                                    + most
                                    + " may be open, or guessing would pay; "
                                    + open
                                    + " are: void some, or take more digits")
                    .with("field", "digits");
        }
    }

    private PinBatch complete(long provider, long id) {
        PinBatchRow row = row(provider, id);
        row.complete = true;
        return row.toBatch();
    }

    private void markVoid(long provider, long id) {
        PinBatchRow row = row(provider, id);
        if (row.voidedAt == null) {
            row.voidedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
        row.settings = StoredSettings.none().write();
    }

    private PinBatchRow row(long provider, long id) {
        return batches.lock(provider, id)
                .orElseThrow(() -> Problem.notFound("no batch of PINs " + id));
    }
}
