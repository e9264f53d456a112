package org.fingerpost.config.timeline;

import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** For how long sightings are kept: whole months, the running one besides. */
public record Retention(int months) {
    /** Ten years: more partitions than that make every question slow. */
    private static final int MOST = 120;

    public Retention {
        if (months < 1 || months > MOST) {
            throw new IllegalArgumentException(
                    "fingerpost.config.timeline.keep: P1M to P" + MOST + "M");
        }
    }

    /** An ISO 8601 period of months or years, such as {@code P12M}. */
    public static Retention parse(CharSequence text) {
        try {
            Period period = Period.parse(text);
            if (period.getDays() == 0) {
                return new Retention(Math.toIntExact(period.toTotalMonths()));
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "fingerpost.config.timeline.keep: a period of whole months such as P12M, not "
                        + text);
    }

    YearMonth oldest(Instant now) {
        return month(now).minusMonths(months);
    }

    /** Doors' clocks are not ours: what the next month holds already is kept. */
    static YearMonth latest(Instant now) {
        return month(now).plusMonths(1);
    }

    /** Partitions are cut in UTC. */
    static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
