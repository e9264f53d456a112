package org.fingerpost.redirect.imports;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.imports.jobs.JobRow;
import org.fingerpost.redirect.imports.jobs.Verdict;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Wish;

/** What a row says, and in a sentence what came of it. */
sealed interface Reading {
    int LONGEST_COMPANY = 1000;

    record Sense(long line, Wish wish) implements Reading {}

    record Nonsense(Verdict why) implements Reading {}

    static Reading of(JobRow row, long provider) {
        try {
            if (row.company().length() > LONGEST_COMPANY) {
                throw new IllegalArgumentException(
                        "a company has " + LONGEST_COMPANY + " characters at the most");
            }
            MacRange range =
                    new MacRange(MacAddress.parse(row.first()), MacAddress.parse(row.last()));
            return new Sense(
                    row.line(),
                    new Wish(
                            provider,
                            range,
                            server(row.target()),
                            Optional.of(row.company()).filter(text -> !text.isEmpty()),
                            List.of(),
                            List.of()));
        } catch (IllegalArgumentException e) {
            return new Nonsense(Verdict.rejected(row.line(), "invalid-field", e.getMessage()));
        }
    }

    private static long server(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no target server's id: they are numbers", e);
        }
    }

    static List<Wish> wishes(List<Sense> rows) {
        return rows.stream().map(Sense::wish).toList();
    }

    /**
     * Those that share no address with one before them. What becomes of them does not depend on the
     * others, so they may be looked at together; the others come after them.
     */
    static List<Sense> standingApart(List<Sense> inOrder) {
        NavigableMap<MacAddress, MacAddress> taken = new TreeMap<>();
        return inOrder.stream().filter(one -> takes(taken, one.wish().range())).toList();
    }

    /** Adds a range to those that stand apart, and says whether it met none of them. */
    private static boolean takes(NavigableMap<MacAddress, MacAddress> taken, MacRange range) {
        MacAddress first = range.first();
        MacAddress last = range.last();
        boolean apart = true;
        for (var met = taken.floorEntry(last);
                met != null && met.getValue().compareTo(range.first()) >= 0;
                met = taken.floorEntry(last)) {
            apart = false;
            first = met.getKey().compareTo(first) < 0 ? met.getKey() : first;
            last = met.getValue().compareTo(last) > 0 ? met.getValue() : last;
            taken.remove(met.getKey());
        }
        taken.put(first, last);
        return apart;
    }

    /** The answer of a single registration, as a verdict. */
    static Verdict verdict(Sense row, Assignment outcome) {
        MacRange range = row.wish().range();
        return switch (outcome) {
            case Assignment.Registered(var made, long commit) ->
                    Verdict.accepted(row.line(), made.id());
            case Assignment.ClashesWithOwn(var other) ->
                    Verdict.rejected(
                            row.line(),
                            "range-overlaps",
                            range
                                    + " overlaps your range "
                                    + other.id()
                                    + " ("
                                    + other.range()
                                    + ")");
            case Assignment.ClashesWithForeign() ->
                    Verdict.rejected(
                            row.line(),
                            "range-taken",
                            "part of " + range + " is registered already");
            case Assignment.InsidePilot(var phone, var other) ->
                    Verdict.rejected(
                            row.line(),
                            "range-in-pilot",
                            "phone " + phone + " is tested in the pilot of range " + other.id());
            case Assignment.TooCrowded(int most) ->
                    Verdict.rejected(
                            row.line(),
                            "range-too-crowded",
                            "more than " + most + " of your ranges lie inside " + range);
            case Assignment.UnknownOui(var oui) ->
                    Verdict.rejected(
                            row.line(),
                            "unknown-oui",
                            "no phone's address that is known here begins with " + oui);
            case Assignment.NoSuchTargetServer(long id) ->
                    Verdict.rejected(
                            row.line(), "no-such-target-server", "you have no target server " + id);
        };
    }
}
