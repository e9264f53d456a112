package org.fingerpost.config.pins;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.fingerpost.config.pins.PinRows.Fresh;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.pins.numbers.Pin;
import org.fingerpost.config.pins.wishes.BatchWish;
import org.fingerpost.config.secrets.PinKey;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.problems.Problem;

/** Draws PINs that the provider does not have yet, and writes their hashes down. */
@ApplicationScoped
class PinPress {
    /**
     * If a provider had every second PIN of a length already, these would not do one time in 10^9.
     */
    private static final int MOST_ROUNDS = 40;

    private final PinRows rows;
    private final SecureRandom random;

    PinPress(PinRows rows, SecureRandom random) {
        this.rows = rows;
        this.random = random;
    }

    /** One PIN for each wish, in their order; in the caller's transaction. */
    List<Pin> print(PinBatch batch, ProviderKey key, List<BatchWish.One> wishes) {
        Pin[] printed = new Pin[wishes.size()];
        List<Integer> missing = IntStream.range(0, printed.length).boxed().toList();
        for (int round = 0; !missing.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw Problem.conflict(
                        "pins-used-up",
                        "nearly all PINs of "
                                + batch.digits()
                                + " digits were used before: take"
                                + " more digits");
            }
            missing = draw(batch, key, wishes, missing, printed);
        }
        return List.of(printed);
    }

    /**
     * @return those that drew what was there already
     */
    private List<Integer> draw(
            PinBatch batch,
            ProviderKey key,
            List<BatchWish.One> wishes,
            List<Integer> missing,
            Pin[] printed) {
        PinKey pinKey = PinKey.of(key);
        Map<Integer, Fresh> fresh = new LinkedHashMap<>();
        for (int at : missing) {
            printed[at] = Pin.draw(batch.digits(), random);
            fresh.put(at, fresh(key, printed[at].hash(pinKey), wishes.get(at)));
        }
        Set<String> added = rows.add(batch, List.copyOf(fresh.values()));
        List<Integer> clashed = new ArrayList<>();
        fresh.forEach((at, row) -> {
            // Removed, because of two of this round that drew the same only one is there.
            if (!added.remove(row.hash())) {
                clashed.add(at);
            }
        });
        return clashed;
    }

    private Fresh fresh(ProviderKey key, byte[] hash, BatchWish.One wish) {
        String settings =
                StoredSettings.sealed(
                                wish.settings(), key, PinRow.owner(key.provider(), hash), random)
                        .write();
        String number = wish.number().map(PhoneNumber::digits).orElse("");
        return new Fresh(HexFormat.of().formatHex(hash), number, settings);
    }
}
