package org.fingerpost.config.staggering;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.fingerpost.config.turns.Pace;
import org.fingerpost.config.turns.Turns;

/**
 * The looks of a fleet: how many phones look at which interval, and in which hour. A look is all
 * that a phone asks for at one time: its own file, at most a few others, and firmware.
 */
final class Load {
    private static final int HOUR = 60;
    private static final int DAY = Pace.Hours.DAY * HOUR;

    private final Map<Integer, Double> byInterval = new TreeMap<>();
    private final double[] byHour = new double[Pace.Hours.DAY];
    private final double[] onTheHour = new double[Pace.Hours.DAY];
    private double phones;
    private int round;

    void add(Turns.Kept kept, int turn, double more) {
        phones += more;
        switch (kept.pace()) {
            case Pace.Every every -> {
                byInterval.merge(every.shortest() + turn, more, Double::sum);
                round = Math.max(round, every.minutes());
            }
            case Pace.Hours hours -> {
                byHour[hours.hour(turn)] += more;
                onTheHour[hours.hour(turn)] += kept.onTheHour() ? more : 0;
                round = Math.max(round, DAY);
            }
        }
    }

    double phones() {
        return phones;
    }

    /**
     * The looks in each hour of a day like any other: phones with an interval look evenly all day,
     * because each has begun at a moment of its own.
     */
    double[] day() {
        double anHour =
                byInterval.entrySet().stream()
                        .mapToDouble(each -> each.getValue() * HOUR / each.getKey())
                        .sum();
        return Arrays.stream(byHour).map(looks -> looks + anHour).toArray();
    }

    /** Of them, those that all come when the hour begins. */
    double[] onTheHour() {
        return onTheHour.clone();
    }

    /** The longest interval in minutes, or a day: in this time each phone has looked about once. */
    int round() {
        return round;
    }

    /**
     * The looks in each slot from the moment at which all phones start at once, look, and begin
     * their intervals; taken as midnight for those that have an hour.
     */
    double[] afterStart(int slotMinutes, int slots) {
        double[] looks = new double[slots];
        long end = (long) slotMinutes * slots;
        looks[0] += phones;
        byInterval.forEach((interval, many) -> {
            for (long at = interval; at < end; at += interval) {
                looks[(int) (at / slotMinutes)] += many;
            }
        });
        for (int hour = 0; hour < Pace.Hours.DAY; hour++) {
            // Who has the hour of the start has looked.
            for (long at = hour == 0 ? DAY : hour * HOUR; at < end; at += DAY) {
                looks[(int) (at / slotMinutes)] += byHour[hour];
            }
        }
        return looks;
    }
}
