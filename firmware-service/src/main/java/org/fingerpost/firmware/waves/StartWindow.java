package org.fingerpost.firmware.waves;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When waves may open: from a day on, between two times of the day, by the clocks of a zone. Phones
 * that have been let in stay so when the window closes.
 *
 * @param from included
 * @param until not included; before {@code from} means: of the next day; the same: all day
 */
public record StartWindow(LocalDate firstDay, LocalTime from, LocalTime until, ZoneId zone) {
    /** At once and always. */
    public static final StartWindow ANY_TIME =
            new StartWindow(LocalDate.EPOCH, LocalTime.MIN, LocalTime.MIN, ZoneId.of("UTC"));

    public boolean isOpen(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        if (from.equals(until)) {
            return !there.toLocalDate().isBefore(firstDay);
        }
        boolean overMidnight = until.isBefore(from);
        boolean afterMidnight = overMidnight && time.isBefore(until);
        LocalDate began = afterMidnight ? there.toLocalDate().minusDays(1) : there.toLocalDate();
        boolean within =
                overMidnight
                        ? afterMidnight || !time.isBefore(from)
                        : !time.isBefore(from) && time.isBefore(until);
        return within && !began.isBefore(firstDay);
    }

    /** The next moment, to the minute, at which it is open; {@code now} if it is. */
    public Instant nextOpening(Instant now) {
        if (isOpen(now)) {
            return now;
        }
        LocalDate day = now.atZone(zone).toLocalDate();
        LocalDate first = day.isBefore(firstDay) ? firstDay : day;
        Instant today = first.atTime(from).atZone(zone).toInstant();
        return today.isBefore(now)
                ? first.plusDays(1).atTime(from).atZone(zone).toInstant()
                : today;
    }
}
