package org.fingerpost.redirect.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Those that share no address with any other. */
    static List<Sense> standingApart(List<Sense> all) {
        List<Sense> sorted =
                all.stream()
                        .sorted(Comparator.comparing((Sense one) -> one.wish().range().first()))
                        .toList();
        Set<Long> touching = new HashSet<>();
        List<Sense> reaching = new ArrayList<>();
        for (Sense one : sorted) {
            MacRange range = one.wish().range();
            if (!reaching.isEmpty()) {
                Sense farthest = reaching.getLast();
                MacAddress end = farthest.wish().range().last();
                if (range.first().compareTo(end) <= 0) {
                    touching.add(one.line());
                    touching.add(farthest.line());
                }
                if (range.last().compareTo(end) <= 0) {
                    continue;
                }
            }
            reaching.add(one);
        }
        return all.stream().filter(one -> !touching.contains(one.line())).toList();
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
