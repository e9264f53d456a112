package org.fingerpost.redirect.why;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.arrivals.Arrivals;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.searching.PhonesRanges;
import org.fingerpost.redirect.routes.Route;
import org.fingerpost.redirect.routes.RouteBook;
import org.fingerpost.redirect.routes.TargetServer;

/**
 * Explains what a phone is told. Of a phone that is somebody else's a provider gets the explanation
 * of an unclaimed one.
 */
@ApplicationScoped
class Why {
    private final PhonesRanges ranges;
    private final RouteBook routes;
    private final History history;
    private final Arrivals arrivals;
    private final Clock clock;

    Why(PhonesRanges ranges, RouteBook routes, History history, Arrivals arrivals, Clock clock) {
        this.ranges = ranges;
        this.routes = routes;
        this.history = history;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** As this process's door answers at this moment. */
    Explanation now(Caller caller, MacAddress mac) {
        Instant at = clock.instant();
        List<RangeThen> all =
                ranges.around(mac).stream().map(range -> history.now(range, at)).toList();
        Told told =
                switch (routes.find(mac)) {
                    case Route.To(var server) -> new Told.Redirection(server);
                    case Route.Unclaimed(), Route.Blocked() -> new Told.Nothing();
                };
        List<String> notes =
                agrees(told, all, mac) || !concerns(caller, all)
                        ? List.of()
                        : List.of("the door has not followed the latest change yet: ask again");
        return seenBy(caller, mac, at, all, told, notes);
    }

    /** As it was then, by the audit; said by today's rules of writing. */
    Explanation at(Caller caller, MacAddress mac, Instant at) {
        if (at.isAfter(clock.instant())) {
            throw Problem.invalid("invalid-field", "at: nobody knows the future")
                    .with("field", "at");
        }
        List<RangeThen> all = history.around(mac, at);
        Optional<RangeThen> redirecting = decider(all, mac).filter(range -> range.redirects(mac));
        Told told = new Told.Nothing();
        if (redirecting.isPresent()) {
            told =
                    history.server(redirecting.get().targetServer(), at)
                            .<Told>map(Told.Redirection::new)
                            .orElseGet(Told.Unknown::new);
        }
        List<String> notes = gaps(caller, mac, at, all);
        if (told instanceof Told.Redirection && concerns(caller, all)) {
            notes.add(
                    "written anew from the audit, which keeps neither secrets nor the key of a"
                            + " spread interval: these are left out");
        }
        return seenBy(caller, mac, at, all, told, notes);
    }

    private static Optional<RangeThen> decider(List<RangeThen> all, MacAddress mac) {
        return all.stream().filter(range -> range.answers(mac)).findFirst();
    }

    private static boolean agrees(Told told, List<RangeThen> all, MacAddress mac) {
        Optional<Long> byRows =
                decider(all, mac)
                        .filter(range -> range.redirects(mac))
                        .map(RangeThen::targetServer);
        return byRows.equals(
                told instanceof Told.Redirection(TargetServer server)
                        ? Optional.of(server.id())
                        : Optional.<Long>empty());
    }

    /** What the audit cannot tell of that time. */
    private List<String> gaps(Caller caller, MacAddress mac, Instant at, List<RangeThen> known) {
        List<String> gaps = new ArrayList<>();
        Optional<Instant> beginning = history.beginning();
        if (beginning.isEmpty() || at.isBefore(beginning.get())) {
            gaps.add(
                    "the audit does not reach back to then: it begins "
                            + beginning.map(Instant::toString).orElse("with the next decision"));
        }
        for (Registration range : ranges.around(mac)) {
            boolean told = known.stream().anyMatch(then -> then.id() == range.id());
            if (!told && caller.sees(range.provider()) && !range.registeredAt().isAfter(at)) {
                gaps.add(
                        "range "
                                + range.id()
                                + " was registered "
                                + range.registeredAt()
                                + ", but the audit does not tell what it was then");
            }
        }
        return gaps;
    }

    private Explanation seenBy(
            Caller caller,
            MacAddress mac,
            Instant at,
            List<RangeThen> all,
            Told told,
            List<String> notes) {
        if (!concerns(caller, all)) {
            return new Explanation(
                    mac,
                    at,
                    List.of(),
                    Optional.empty(),
                    new Told.Nothing(),
                    Optional.empty(),
                    notes);
        }
        Optional<RangeThen> decider = decider(all, mac);
        boolean known = decider.stream().allMatch(range -> caller.sees(range.provider()));
        return new Explanation(
                mac,
                at,
                all.stream().filter(range -> caller.sees(range.provider())).toList(),
                decider.filter(range -> known).map(RangeThen::id),
                known && mayKnow(caller, told) ? told : new Told.NotYours(),
                arrivals.of(caller, mac),
                notes);
    }

    /** The operator is concerned with every phone, a provider with those in its ranges. */
    private static boolean concerns(Caller caller, List<RangeThen> all) {
        return switch (caller) {
            case Caller.Operator() -> true;
            case Caller.OfProvider(long _) ->
                    all.stream().anyMatch(range -> caller.sees(range.provider()));
        };
    }

    private static boolean mayKnow(Caller caller, Told told) {
        return switch (told) {
            case Told.Redirection(var server) -> caller.sees(server.provider());
            case Told.Nothing(), Told.NotYours(), Told.Unknown() -> true;
        };
    }
}
