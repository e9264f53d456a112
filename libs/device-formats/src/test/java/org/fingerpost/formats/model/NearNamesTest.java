package org.fingerpost.formats.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearNamesTest {

    @Test
    void theLikeliestNameComesFirstWhateverItsCaseAndHyphens() {
        assertThat(NearNames.of("gxp-2106", Stream.of("HT801", "GXP2100", "GXP2160", "GXP2106")))
                .containsExactly("GXP2106", "GXP2100", "GXP2160");
    }

    @Test
    void aNameLikeNoOtherHasNoNeighbours() {
        assertThat(NearNames.of("fridge", Stream.of("HT801", "GXP2160"))).isEmpty();
        assertThat(NearNames.of("G".repeat(10_000), Stream.of("G".repeat(32)))).isEmpty();
    }
}
