package org.fingerpost.redirect.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private static final long SMALL_WORLD = 200;

    @Test
    void theInnermostRangeThatHoldsTheMacWins() {
        RouteTable table =
                RouteTable.of(List.of(claim(10, 99, 1), claim(20, 29, 2), claim(25, 25, 3)));

        assertThat(answers(table, 9, 10, 19, 20, 24, 25, 26, 29, 30, 99, 100))
                .containsExactly(0L, 1L, 1L, 2L, 2L, 3L, 2L, 2L, 1L, 1L, 0L);
    }

    @Test
    void anEmptyTableClaimsNothing() {
        assertThat(RouteTable.empty().find(new MacAddress(1))).isEqualTo(new Route.Unclaimed());
    }

    @Test
    void theLastAddressThereIsCanBeClaimed() {
        long last = MacAddress.LAST.bits();
        RouteTable table = RouteTable.of(List.of(claim(last, last, 1)));

        assertThat(answers(table, last - 1, last)).containsExactly(0L, 1L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyAddressIsAnsweredAsByAskingEveryClaim(long seed) {
        Random random = new Random(seed);
        for (int world = 0; world < 200; world++) {
            List<Claim> claims = nestedClaims(random);
            RouteTable table = RouteTable.of(claims);
            for (long mac = 0; mac <= SMALL_WORLD; mac++) {
                assertThat(answer(table, mac))
                        .as("seed %d, world %s, address %d", seed, claims, mac)
                        .isEqualTo(naive(claims, mac));
            }
        }
    }

    /** Random ranges, each kept only if it nests or stands apart from those before it. */
    private static List<Claim> nestedClaims(Random random) {
        List<Claim> claims = new ArrayList<>();
        for (int tries = 0; tries < 40; tries++) {
            long one = random.nextLong(SMALL_WORLD);
            long other = one + random.nextLong(1 + random.nextInt(1, 60));
            Claim next = claim(one, other, tries + 1);
            if (claims.stream().noneMatch(claim -> crossesOrEquals(claim, next))) {
                claims.add(next);
            }
        }
        return claims;
    }

    private static boolean crossesOrEquals(Claim one, Claim other) {
        boolean apart = one.last() < other.first() || other.last() < one.first();
        boolean same = one.first() == other.first() && one.last() == other.last();
        boolean nested = encloses(one, other) || encloses(other, one);
        return same || !(apart || nested);
    }

    private static boolean encloses(Claim outer, Claim inner) {
        return outer.first() <= inner.first() && inner.last() <= outer.last();
    }

    private static long naive(List<Claim> claims, long mac) {
        return claims.stream()
                .filter(claim -> claim.first() <= mac && mac <= claim.last())
                .min(Comparator.comparingLong(claim -> claim.last() - claim.first()))
                .map(claim -> claim.server().map(TargetServer::id).orElse(0L))
                .orElse(0L);
    }

    private static List<Long> answers(RouteTable table, long... macs) {
        List<Long> answers = new ArrayList<>();
        for (long mac : macs) {
            answers.add(answer(table, mac));
        }
        return answers;
    }

    /** The id of the server, 0 for none. */
    private static long answer(RouteTable table, long mac) {
        return switch (table.find(new MacAddress(mac))) {
            case Route.To(var server) -> server.id();
            case Route.Unclaimed() -> 0;
        };
    }

    private static Claim claim(long first, long last, long server) {
        ServerUrl url = ServerUrl.parse("http://prov.example/p");
        return new Claim(
                first, last, Optional.of(new TargetServer(server, 1, "s" + server, url, url)));
    }
}
