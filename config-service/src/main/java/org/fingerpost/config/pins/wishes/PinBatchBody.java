package org.fingerpost.config.pins.wishes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.problems.Problem;

/**
 * A batch as a provider asks for it.
 *
 * @param count may be left out if there are {@code pins}
 * @param expiresAt or {@code validFor}; without either, in 30 days
 * @param settings of all phones of the batch
 * @param pins what is each PIN's own, in the order of the answer
 */
public record PinBatchBody(
        Optional<@Min(1) @Max(MOST) Integer> count,
        Optional<@Min(6) @Max(10) Integer> digits,
        Optional<Instant> expiresAt,
        Optional<Duration> validFor,
        Optional<String> model,
        @Schema(implementation = Map.class) Optional<WishedSettings> settings,
        Optional<@Size(min = 1, max = MOST) List<@NotNull @Valid One>> pins) {

    static final int MOST = 10_000;

    private static final int DIGITS = 8;

    /** The time it takes to send a letter, and to be on holiday when it comes. */
    private static final Duration MONTH = Duration.ofDays(30);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration YEAR = Duration.ofDays(366);

    /** One PIN's own number and settings. */
    record One(
            Optional<PhoneNumber> number,
            @Schema(implementation = Map.class) Optional<WishedSettings> settings) {

        private BatchWish.One wish() {
            return new BatchWish.One(number, clear(settings));
        }
    }

    public BatchWish wish(Instant now) {
        return new BatchWish(
                digits.orElse(DIGITS),
                expiry(now),
                model.map(PinBatchBody::known),
                clear(settings),
                wishes());
    }

    private List<BatchWish.One> wishes() {
        if (pins.isEmpty()) {
            int plain =
                    count.orElseThrow(() -> invalid("count", "say how many PINs: count, or pins"));
            return Collections.nCopies(plain, BatchWish.One.PLAIN);
        }
        int size = pins.get().size();
        if (count.filter(said -> said != size).isPresent()) {
            throw invalid(
                    "count", "count says " + count.get() + ", and there are " + size + " pins");
        }
        return pins.get().stream().map(One::wish).toList();
    }

    private Instant expiry(Instant now) {
        if (expiresAt.isPresent() && validFor.isPresent()) {
            throw invalid("validFor", "say expiresAt or validFor, not both");
        }
        Duration left =
                expiresAt.map(end -> Duration.between(now, end)).or(() -> validFor).orElse(MONTH);
        if (left.compareTo(MINUTE) < 0 || left.compareTo(YEAR) > 0) {
            throw invalid(
                    expiresAt.isPresent() ? "expiresAt" : "validFor",
                    "PINs are good for a minute at least and 366 days at most");
        }
        return now.plus(left);
    }

    private static String known(String model) {
        return DeviceModels.find(model)
                .map(DeviceModel::name)
                .orElseThrow(() ->
                        Problem.invalid("unknown-model", "no such model is known here")
                                .with("field", "model"));
    }

    /** A masked secret stands for one that is kept, and here nothing is. */
    private static PValues clear(Optional<WishedSettings> wish) {
        return wish.map(settings ->
                        settings.over(
                                StoredSettings.none(),
                                _ -> Optional.empty(),
                                Place.Owner.pins(0, "")))
                .orElse(PValues.none());
    }

    private static Problem invalid(String field, String detail) {
        return Problem.invalid("invalid-field", field + ": " + detail).with("field", field);
    }
}
