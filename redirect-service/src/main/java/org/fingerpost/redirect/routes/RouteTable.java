package org.fingerpost.redirect.routes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;

/**
 * All routes as an immutable table, searched by halving.
 *
 * <p>Nested claims are flattened when the table is built: a sorted row of points, from each of
 * which on one server, or none, is the answer.
 */
public final class RouteTable {
    private static final Route UNCLAIMED = new Route.Unclaimed();

    private final long[] points;
    private final Route[] routes;

    private RouteTable(long[] points, Route[] routes) {
        this.points = points;
        this.routes = routes;
    }

    public static RouteTable empty() {
        return new RouteTable(new long[0], new Route[0]);
    }

    /** Claims nest or stand apart; the database has seen to it. */
    static RouteTable of(Collection<Claim> claims) {
        List<Claim> outerFirst =
                claims.stream()
                        .sorted(
                                Comparator.comparingLong(Claim::first)
                                        .thenComparing(
                                                Comparator.comparingLong(Claim::last).reversed()))
                        .toList();
        Builder builder = new Builder(2 * outerFirst.size());
        Deque<Claim> open = new ArrayDeque<>();
        for (Claim claim : outerFirst) {
            builder.closeBefore(claim.first(), open);
            builder.from(claim.first(), route(claim));
            open.push(claim);
        }
        builder.closeBefore(Long.MAX_VALUE, open);
        return builder.table();
    }

    private static Route route(Claim claim) {
        return claim.server().<Route>map(Route.To::new).orElse(UNCLAIMED);
    }

    public Route find(MacAddress mac) {
        int at = Arrays.binarySearch(points, mac.bits());
        int segment = at >= 0 ? at : -at - 2;
        return segment < 0 ? UNCLAIMED : routes[segment];
    }

    private static final class Builder {
        private final long[] points;
        private final Route[] routes;
        private int size;

        Builder(int most) {
            points = new long[most];
            routes = new Route[most];
        }

        /** Where a claim ends, the one around it is the answer again. */
        void closeBefore(long first, Deque<Claim> open) {
            while (!open.isEmpty() && open.peek().last() < first) {
                long end = open.pop().last() + 1;
                from(end, open.isEmpty() ? UNCLAIMED : route(open.peek()));
            }
        }

        /** Two claims that end or begin at one point leave only the later word about it. */
        void from(long point, Route route) {
            if (size > 0 && points[size - 1] == point) {
                size--;
            }
            points[size] = point;
            routes[size] = route;
            size++;
        }

        RouteTable table() {
            return new RouteTable(Arrays.copyOf(points, size), Arrays.copyOf(routes, size));
        }
    }
}
