package org.fingerpost.redirect.routes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.routes.nest.Claim;
import org.fingerpost.redirect.routes.nest.Edit;
import org.fingerpost.redirect.routes.nest.Judge;
import org.fingerpost.redirect.routes.nest.Nest;
import org.fingerpost.redirect.routes.nest.Ruling;

/**
 * All routes as an immutable table, searched by halving.
 *
 * <p>Claims name their server by a number, and the table holds each server once: one that changes
 * changes one place, and all its phones follow. A claim whose server is not known is passed over.
 */
public final class RouteTable implements Judge {
    private static final Route UNCLAIMED = new Route.Unclaimed();
    private static final Route BLOCKED = new Route.Blocked();
    private static final RouteTable EMPTY = new RouteTable(Nest.empty(), new Route[0]);

    private final Nest claims;
    private final Route[] servers;

    private RouteTable(Nest claims, Route[] servers) {
        this.claims = claims;
        this.servers = servers;
    }

    public static RouteTable empty() {
        return EMPTY;
    }

    /** Of claims that are sorted already, and each server at its number. */
    static RouteTable of(Claim[] sorted, List<Optional<TargetServer>> servers) {
        return EMPTY.with(servers).withClaims(Nest.of(sorted));
    }

    /** The table after these edits of its claims, sorted and no two of one place. */
    RouteTable edited(List<Edit> sorted) {
        return withClaims(claims.with(sorted));
    }

    /** The same claims with these servers, each at its number. */
    RouteTable with(List<Optional<TargetServer>> known) {
        return new RouteTable(
                claims,
                known.stream()
                        .map(server -> server.<Route>map(Route.To::new).orElse(UNCLAIMED))
                        .toArray(Route[]::new));
    }

    public Route find(MacAddress mac) {
        return switch (claims.innermost(mac.bits(), this)) {
            case Ruling.To(int server) -> servers[server];
            case Ruling.Pilot(int server, long[] _) -> servers[server];
            case Ruling.Blocked() -> BLOCKED;
            case Ruling.Default(), Ruling.Nobody() -> UNCLAIMED;
        };
    }

    @Override
    public boolean answers(Ruling ruling, long mac) {
        return switch (ruling) {
            case Ruling.To(int server) -> knows(server);
            case Ruling.Pilot(int server, long[] macs) ->
                    knows(server) && Arrays.binarySearch(macs, mac) >= 0;
            case Ruling.Blocked(), Ruling.Default() -> true;
            case Ruling.Nobody() -> false;
        };
    }

    private boolean knows(int server) {
        return server < servers.length && servers[server] != UNCLAIMED;
    }

    private RouteTable withClaims(Nest other) {
        return new RouteTable(other, servers);
    }
}
