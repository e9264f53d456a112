package org.fingerpost.redirect.routes.nest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NestTest {
    private static final Ruling NOBODY = new Ruling.Nobody();
    private static final Judge EVERYTHING_ANSWERS = (ruling, mac) -> true;

    @Test
    void theInnermostClaimAroundTheAddressWins() {
        Nest nest = Nest.of(sorted(claim(10, 99, 1), claim(20, 29, 2), claim(25, 25, 3)));

        assertThat(answers(nest, 9, 10, 19, 20, 24, 25, 26, 29, 30, 99, 100))
                .containsExactly(0, 1, 1, 2, 2, 3, 2, 2, 1, 1, 0);
    }

    @Test
    void whatHasNoAnswerIsPassedOver() {
        Nest nest = Nest.of(sorted(claim(10, 99, 1), claim(20, 29, 2)));
        Judge notTheSecond = (ruling, mac) -> !ruling.equals(new Ruling.To(2));

        assertThat(nest.innermost(25, notTheSecond)).isEqualTo(new Ruling.To(1));
    }

    @Test
    void anEmptyNestHoldsNobody() {
        assertThat(Nest.empty().innermost(1, EVERYTHING_ANSWERS)).isEqualTo(NOBODY);
    }

    @Test
    void theNestBeforeAnEditStaysAsItWas() {
        Nest before = Nest.of(sorted(claim(10, 99, 1)));
        Nest after = before.with(List.of(new Edit.Take(claim(10, 99, 1))));

        assertThat(answers(before, 50)).containsExactly(1);
        assertThat(answers(after, 50)).containsExactly(0);
    }

    @Test
    void takingOutWhatIsNotThereChangesNothing() {
        Nest nest = Nest.of(sorted(claim(10, 99, 1)));

        assertThat(answers(nest.with(List.of(new Edit.Take(claim(10, 99, 2)))), 50))
                .containsExactly(1);
    }

    /**
     * Grows to many leaves and shrinks to none, in steps small and large; claims may share their
     * beginning, their whole span, or cross.
     */
    @Property(tries = 60)
    void anEditedNestAnswersAsByAskingEveryClaim(
            @ForAll long seed,
            @ForAll @IntRange(min = 40, max = 4000) int world,
            @ForAll @IntRange(min = 1, max = 900) int step) {
        Random random = new Random(seed);
        TreeSet<Claim> claims = new TreeSet<>(Claim::compareTo);
        Nest nest = Nest.empty();
        for (int round = 0; round < 16; round++) {
            boolean growing = round < 8;
            TreeSet<Claim> touched = new TreeSet<>(Claim::compareTo);
            List<Claim> there = new ArrayList<>(claims);
            for (int i = 0; i < step; i++) {
                if (growing || there.isEmpty()) {
                    touched.add(anyClaim(random, world));
                } else {
                    touched.add(there.get(random.nextInt(there.size())));
                }
            }
            List<Edit> edits = new ArrayList<>();
            for (Claim claim : touched) {
                boolean put = random.nextInt(20) != 0 == growing;
                edits.add(put ? new Edit.Put(claim) : new Edit.Take(claim));
                claims.remove(claim);
                if (put) {
                    claims.add(claim);
                }
            }
            nest = nest.with(edits);
            assertAnswersAs(claims, nest, random, world);
        }
        nest = nest.with(claims.stream().<Edit>map(Edit.Take::new).toList());
        assertThat(nest).isSameAs(Nest.empty());
    }

    @Property(tries = 60)
    void aNestMadeAtOnceAnswersAsByAskingEveryClaim(
            @ForAll long seed, @ForAll @IntRange(max = 5000) int size) {
        Random random = new Random(seed);
        TreeSet<Claim> claims = new TreeSet<>(Claim::compareTo);
        for (int i = 0; i < size; i++) {
            claims.add(anyClaim(random, 3000));
        }
        assertAnswersAs(claims, Nest.of(claims.toArray(Claim[]::new)), random, 3000);
    }

    private static void assertAnswersAs(
            TreeSet<Claim> claims, Nest nest, Random random, int world) {
        for (int i = 0; i < 40; i++) {
            long mac = random.nextInt(world + 60);
            Ruling expected = NOBODY;
            for (Claim claim : claims) { // from outside in: the last one is the innermost
                if (claim.first() <= mac && mac <= claim.last()) {
                    expected = claim.ruling();
                }
            }
            assertThat(nest.innermost(mac, EVERYTHING_ANSWERS)).isEqualTo(expected);
        }
    }

    private static Claim anyClaim(Random random, int world) {
        long first = random.nextInt(world);
        long length = random.nextInt(1 + random.nextInt(random.nextBoolean() ? 4 : world));
        return claim(first, first + length, random.nextInt(1000));
    }

    private static Claim[] sorted(Claim... fromOutsideIn) {
        return fromOutsideIn;
    }

    private static List<Integer> answers(Nest nest, long... macs) {
        List<Integer> answers = new ArrayList<>();
        for (long mac : macs) {
            answers.add(
                    switch (nest.innermost(mac, EVERYTHING_ANSWERS)) {
                        case Ruling.To(int server) -> server;
                        case Ruling.Pilot _, Ruling.Blocked _, Ruling.Default _, Ruling.Nobody _ ->
                                0;
                    });
        }
        return answers;
    }

    private static Claim claim(long first, long last, int id) {
        return new Claim(first, last, id, new Ruling.To(id));
    }
}
