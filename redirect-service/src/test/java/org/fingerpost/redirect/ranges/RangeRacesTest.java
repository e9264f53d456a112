package org.fingerpost.redirect.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.ranges.RangeWorld.mac;
import static org.fingerpost.redirect.ranges.RangeWorld.range;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that want the same addresses at the same moment: one gets them, all are told. */
class RangeRacesTest {
    private static final int ROUNDS = 60;
    private static RangeWorld world;

    @BeforeAll
    static void start() {
        world = new RangeWorld();
    }

    @BeforeEach
    void clear() {
        world.clear();
    }

    @Test
    void ofTwoProvidersExactlyOneGetsWhatBothWant() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int at = round * 10;
            List<Assignment> outcomes =
                    together(
                            List.of(
                                    () -> register(1, at, at + 6),
                                    () -> register(2, at + 3, at + 9)));

            assertThat(outcomes)
                    .as("round %d", round)
                    .filteredOn(Assignment.Registered.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Assignment.ClashesWithForeign.class::isInstance)
                    .hasSize(1);
        }
        assertNothingCrosses();
    }

    @Test
    void aProvidersOwnRangesNestInWhateverOrderTheyCome() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int at = round * 10;
            List<Assignment> outcomes =
                    together(
                            List.of(
                                    () -> register(1, at, at + 9),
                                    () -> register(1, at + 2, at + 5),
                                    () -> register(1, at + 3, at + 3)));

            assertThat(outcomes)
                    .as("round %d", round)
                    .allMatch(Assignment.Registered.class::isInstance);
        }
        assertNothingCrosses();
    }

    @Test
    void manyWhoDoEverythingAtOnceAreAllAnsweredAndNothingCrosses() throws Exception {
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            Random random = new Random(client);
            long provider = 1 + client % RangeWorld.PROVIDERS;
            clients.add(() -> {
                int done = 0;
                for (int i = 0; i < 80; i++) {
                    done += something(random, provider) ? 1 : 0;
                }
                return done;
            });
        }

        int done = together(clients).stream().mapToInt(Integer::intValue).sum();

        assertThat(done).isPositive();
        assertNothingCrosses();
    }

    private boolean something(Random random, long provider) {
        Caller by = new Caller.OfProvider(provider);
        int one = random.nextInt(40);
        int other = random.nextInt(40);
        try {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> register(provider, Math.min(one, other), Math.max(one, other));
                case 3 -> world.releases.giveBack(by, mac(one));
                case 4 -> world.splits.split(by, anyOf(provider, random), mac(one));
                default -> world.releases.release(by, anyOf(provider, random));
            }
            return true;
        } catch (Problem refused) {
            assertThat(refused.status()).isIn(404, 409, 422);
            return false;
        }
    }

    private static long anyOf(long provider, Random random) {
        List<Long> own =
                world.list(
                        "SELECT id FROM mac_range WHERE provider_id = " + provider + " ORDER BY id",
                        row -> row.getLong(1));
        return own.isEmpty() ? 0 : own.get(random.nextInt(own.size()));
    }

    private static Assignment register(long provider, int first, int last) {
        return world.ranges.register(
                new Caller.OfProvider(provider),
                Wish.plain(provider, range(first, last), provider));
    }

    private static <T> List<T> together(List<Callable<T>> clients) throws Exception {
        CyclicBarrier start = new CyclicBarrier(clients.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> client : clients) {
                answers.add(
                        threads.submit(() -> {
                            start.await();
                            return client.call();
                        }));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    /** Asked of all pairs, without the help of any parent. */
    private static void assertNothingCrosses() {
        List<Long> crossing =
                world.list(
                        """
                        SELECT one.id FROM mac_range one JOIN mac_range other ON one.id < other.id
                        WHERE one.stands AND other.stands AND int8range(one.first_mac, one.last_mac, '[]') && int8range(other.first_mac, other.last_mac, '[]')
                          AND ((one.first_mac, one.last_mac) = (other.first_mac, other.last_mac)
                               OR NOT (one.first_mac <= other.first_mac AND other.last_mac <= one.last_mac
                                       OR other.first_mac <= one.first_mac AND one.last_mac <= other.last_mac)
                               OR one.provider_id <> other.provider_id)
                        """,
                        row -> row.getLong(1));
        List<Long> misplaced =
                world.list(
                        """
                        SELECT child.id FROM mac_range child
                        WHERE child.stands AND child.parent IS DISTINCT FROM (
                            SELECT outer_one.id FROM mac_range outer_one
                            WHERE outer_one.stands AND outer_one.first_mac <= child.first_mac
                              AND outer_one.last_mac >= child.last_mac AND outer_one.id <> child.id
                            ORDER BY outer_one.last_mac - outer_one.first_mac LIMIT 1)
                        """,
                        row -> row.getLong(1));
        assertThat(crossing).as("ranges that cross").isEmpty();
        assertThat(misplaced).as("ranges that lie elsewhere than their parent says").isEmpty();
    }
}
