package org.fingerpost.config.turns;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.ValueType;
import org.fingerpost.formats.definition.ValueType.Choice.Word;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * How phones of a family are told when to look, by the catalogue. A family of which the catalogue
 * does not say it is told nothing.
 *
 * @param automatic the setting that makes it look at an interval, P194 or P22296
 * @param daily the same for once a day
 * @param minutes whether P193 is known to count minutes
 * @param hour whether it has the hour of the day, P285
 * @param within whether it can choose a time of its own within an hour, P8458 and P8459
 */
record Habit(
        Optional<Setting> automatic,
        Optional<Setting> daily,
        boolean minutes,
        boolean hour,
        boolean within) {
    private static final PValue AUTOMATIC = new PValue(194);
    private static final PValue AUTOMATIC_OF_NEWER_ATAS = new PValue(22296);
    private static final PValue INTERVAL = new PValue(193);
    private static final PValue HOUR = new PValue(285);
    private static final PValue RANDOM_TIME = new PValue(8458);
    private static final PValue END_HOUR = new PValue(8459);

    /** For families that know intervals only. */
    private static final Pace.Every A_DAY = Pace.Every.spreadByAQuarter(24 * 60);

    private static final Map<Family, Habit> KNOWN = new ConcurrentHashMap<>();

    static Habit of(Family family) {
        return KNOWN.computeIfAbsent(family, Habit::read);
    }

    private static Habit read(Family family) {
        Catalogue catalogue = Catalogue.standard();
        Optional<Definition> automatic =
                catalogue
                        .find(AUTOMATIC, family)
                        .or(() -> catalogue.find(AUTOMATIC_OF_NEWER_ATAS, family));
        return new Habit(
                automatic.flatMap(found -> choice(found, "at an interval")),
                automatic.flatMap(found -> choice(found, "daily")),
                catalogue.find(INTERVAL, family).filter(Habit::isBounded).isPresent(),
                catalogue.find(HOUR, family).isPresent(),
                catalogue.find(RANDOM_TIME, family).isPresent()
                        && catalogue.find(END_HOUR, family).isPresent());
    }

    private static Optional<Setting> choice(Definition definition, String meaning) {
        return definition.type() instanceof ValueType.Choice choice
                ? choice.words().stream()
                        .filter(word -> word.meaning().equals(meaning))
                        .map(Word::value)
                        .map(value -> new Setting(definition.p(), value))
                        .findFirst()
                : Optional.empty();
    }

    /** Where the catalogue gives no bounds, it is not sure that minutes are meant. */
    private static boolean isBounded(Definition interval) {
        return interval.type() instanceof ValueType.Number number && number.max().isPresent();
    }

    /** As near to the pace as phones of the family can be told; nothing if they cannot. */
    Optional<Pace> nearest(Pace pace) {
        return switch (pace) {
            case Pace.Every every ->
                    automatic.isPresent() && minutes ? Optional.of(every) : Optional.empty();
            case Pace.Hours hours ->
                    daily.isPresent() && hour ? Optional.of(hours) : nearest(A_DAY);
        };
    }

    /** What tells a phone its turn in a pace that is {@link #nearest}. */
    PValues told(Pace pace, int turn) {
        return switch (pace) {
            case Pace.Every every ->
                    PValues.builder(2)
                            .put(automatic.orElseThrow())
                            .put(number(INTERVAL, every.shortest() + turn))
                            .build();
            case Pace.Hours hours -> hour(hours.hour(turn));
        };
    }

    private PValues hour(int hour) {
        PValues.Builder told = PValues.builder(4).put(daily.orElseThrow()).put(number(HOUR, hour));
        if (within) {
            // Not over midnight: no list says how a family takes an end before the beginning.
            told.put(number(END_HOUR, Math.min(hour + 1, Pace.Hours.DAY - 1)))
                    .put(number(RANDOM_TIME, 1));
        }
        return told.build();
    }

    private static Setting number(PValue p, int value) {
        return new Setting(p, Integer.toString(value));
    }
}
