package org.fingerpost.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;

/**
 * Which phones a rollout chooses, and to how many of those it is open. What is not limited chooses
 * all.
 *
 * @param names of families and models, as the maker spells them; at least one
 * @param ranges where the phone's address lies; kept in order, they do not meet
 * @param running the firmware versions that the phone may say it has, letter by letter
 * @param open below this place phones are let in: 0 lets in none, {@link Salt#PLACES} all
 */
public record Rule(
        Set<String> names, List<Span> ranges, Set<String> running, Salt salt, long open) {
    /** So that a door's memory and a state record stay small. */
    public static final int MOST_RANGES = 1000;

    public static final int MOST_NAMES = 100;

    public Rule {
        names = Set.copyOf(names);
        running = Set.copyOf(running);
        ranges = ranges.stream().sorted(Comparator.comparing(Span::first)).toList();
        if (names.isEmpty() || names.size() > MOST_NAMES || running.size() > MOST_NAMES) {
            throw new IllegalArgumentException(
                    "a rule is for one to "
                            + MOST_NAMES
                            + " families or models, and for as many versions at the most");
        }
        if (ranges.size() > MOST_RANGES) {
            throw new IllegalArgumentException("ranges: " + MOST_RANGES + " at the most");
        }
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).first().compareTo(ranges.get(i - 1).last()) <= 0) {
                throw new IllegalArgumentException(
                        "ranges: " + ranges.get(i - 1) + " and " + ranges.get(i) + " meet");
            }
        }
        if (open < 0 || open > Salt.PLACES) {
            throw new IllegalArgumentException("open: from 0 to " + Salt.PLACES);
        }
    }

    /** The same, open to another place. */
    public Rule opened(long place) {
        return new Rule(names, ranges, running, salt, place);
    }

    /** Is the phone let in? */
    public boolean lets(MacAddress mac, DeviceModel model, Optional<String> version) {
        return chooses(mac, model, version) && salt.place(mac) < open;
    }

    /** Is it one of those that the rollout is for, whether it is open to it or not? */
    public boolean chooses(MacAddress mac, DeviceModel model, Optional<String> version) {
        return (running.isEmpty() || version.filter(running::contains).isPresent())
                && isFor(mac, model);
    }

    /** Is it one of those that the rollout is for, whatever version it runs? */
    public boolean isFor(MacAddress mac, DeviceModel model) {
        return (names.contains(model.name()) || names.contains(model.family().name()))
                && liesIn(mac);
    }

    private boolean liesIn(MacAddress mac) {
        if (ranges.isEmpty()) {
            return true;
        }
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = ranges.get(middle);
            if (span.holds(mac)) {
                return true;
            }
            if (mac.compareTo(span.first()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return false;
    }
}
