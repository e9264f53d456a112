package org.fingerpost.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlipsTest {

    @Test
    void digitsAreSwappedDoubledAndLost() {
        assertThat(Slips.of(2377)).contains(237, 2737).doesNotContain(2376, 2377);
        assertThat(Slips.of(273)).contains(237, 27, 23, 2737, 2730);
        assertThat(Slips.of(7)).contains(17, 70, 79).doesNotContain(0);
    }

    @Property
    void slipIsNeverTheNumberItself(@ForAll @IntRange(max = 999_999) int written) {
        assertThat(Slips.of(written))
                .doesNotContain(written)
                .allSatisfy(meant -> assertThat(meant).isBetween(1, 99_999));
    }

    /** Who may be meant by one slip may have made it the other way. */
    @Property
    void slipsGoBothWays(@ForAll @IntRange(min = 10, max = 9_999) int one) {
        assertThat(Slips.of(one)).allSatisfy(other -> assertThat(leadsBack(other, one)).isTrue());
    }

    private static boolean leadsBack(int from, int to) {
        return Slips.of(from).contains(to);
    }
}
