package org.fingerpost.firmware.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Salt;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final long FIRST = 0x000b82000000L;
    private static final Salt SALT = new Salt(3, 4);

    @Property
    void aCountLetsInSoManyOfThePhonesThatAreKnown(
            @ForAll @IntRange(min = 1, max = 2000) int known,
            @ForAll @IntRange(min = 1, max = 3000) int wanted) {
        long limit = places(known).limit(new WaveSize.Count(wanted));

        long letIn = fleet(known).filter(mac -> place(mac) < limit).count();
        assertThat(letIn).isEqualTo(Math.min(known, wanted));
    }

    @Property
    void wavesShareThePhonesWithoutLosingOne(
            @ForAll @IntRange(max = 2000) int known,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        Places places = places(known);
        long limit = places.limit(new WaveSize.Percent(percent));

        assertThat(places.between(0, limit) + places.between(limit, Salt.PLACES)).isEqualTo(known);
        assertThat(places.between(0, limit))
                .isEqualTo(fleet(known).filter(mac -> place(mac) < limit).count());
    }

    @Test
    void aHundredPercentIsEverybodyWhoWillEverCome() {
        assertThat(places(0).limit(new WaveSize.Percent(100))).isEqualTo(Salt.PLACES);
    }

    @Test
    void aCountHoldsThoseThatHaveTheReleaseAlready() {
        long[] all = fleet(100).toArray();
        long first = Places.of(SALT, all, all).limit(new WaveSize.Count(10));
        long[] waiting = fleet(100).filter(mac -> place(mac) >= first).toArray();
        Places later = Places.of(SALT, all, waiting);

        assertThat(later.between(0, first)).isZero();
        assertThat(later.between(first, later.limit(new WaveSize.Count(30)))).isEqualTo(20);
    }

    @Test
    void wavesOfNobodyOpenWithTheNextThatHasPhones() {
        WaveSize fifty = new WaveSize.Count(50);
        List<WaveSize> left = List.of(new WaveSize.Percent(1), new WaveSize.Percent(100));
        Places places = places(200);
        long first = places.limit(fifty);

        assertThat(places.openings(List.of(fifty), 0)).hasSize(1);
        assertThat(places.openings(left, first))
                .containsExactly(
                        new Places.Opening(first, 0), new Places.Opening(Salt.PLACES, 150));
    }

    @Test
    void wavesOpenToTheEndWhenAllHaveTheReleaseAndOneByOneWhenNobodyIsKnown() {
        List<WaveSize> waves = List.of(new WaveSize.Percent(1), new WaveSize.Percent(100));
        Places had = Places.of(SALT, fleet(9).toArray(), new long[0]);

        assertThat(had.openings(waves, 0)).hasSize(2);
        assertThat(had.isPassed(0, Salt.PLACES)).isTrue();
        assertThat(places(0).openings(waves, 0)).hasSize(1);
        assertThat(places(0).isPassed(0, Salt.PLACES)).isFalse();
        assertThat(places(9).isPassed(0, Salt.PLACES)).as("not fetched yet").isFalse();
    }

    @Test
    void phonesThatProveAreOfAPanelBeforeAllOthers() {
        int many = Places.MOST_OF_A_PANEL + 500;
        long[] waiting = fleet(many).toArray();
        long[] proving = fleet(many).filter(mac -> mac % 20 == 0).toArray();
        long half = Salt.PLACES / 2;

        long[] panel = Places.panel(SALT, proving, waiting, 0, Salt.PLACES);
        assertThat(panel).hasSize(Places.MOST_OF_A_PANEL).doesNotHaveDuplicates().contains(proving);
        long[] others = Arrays.copyOfRange(panel, proving.length, panel.length);
        assertThat(Arrays.stream(others).map(PlacesTest::place).toArray()).isSorted();
        assertThat(Arrays.stream(Places.panel(SALT, proving, waiting, 0, half)))
                .as("and of the wave, all of them")
                .allMatch(mac -> place(mac) < half);
    }

    @Test
    void wavesOfOneKindMustGrow() {
        assertThat(new WaveSize.Count(10).mayFollow(new WaveSize.Count(10))).isFalse();
        assertThat(new WaveSize.Percent(10).mayFollow(new WaveSize.Percent(9))).isTrue();
        assertThat(new WaveSize.Percent(1).mayFollow(new WaveSize.Count(50))).isTrue();
        assertThatThrownBy(() -> new WaveSize.Percent(101)).hasMessageContaining("percent");
        assertThatThrownBy(() -> new WaveSize.Count(0)).hasMessageContaining("count");
    }

    private static Places places(int known) {
        return Places.of(SALT, fleet(known).toArray(), fleet(known).toArray());
    }

    private static LongStream fleet(int phones) {
        return LongStream.range(FIRST, FIRST + phones);
    }

    private static long place(long mac) {
        return SALT.place(new MacAddress(mac));
    }
}
