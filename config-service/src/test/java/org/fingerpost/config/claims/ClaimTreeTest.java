package org.fingerpost.config.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;

class ClaimTreeTest {
    private final ClaimTree tree = new ClaimTree();

    @Test
    void theInnermostComesLastWhateverTheOrderTheyCameIn() {
        for (List<Claim> order :
                List.of(
                        List.of(claim(1, 0, 99), claim(2, 10, 19), claim(3, 15, 15)),
                        List.of(claim(3, 15, 15), claim(1, 0, 99), claim(2, 10, 19)),
                        List.of(claim(2, 10, 19), claim(3, 15, 15), claim(1, 0, 99)))) {
            ClaimTree grown = new ClaimTree();
            order.forEach(grown::add);

            assertThat(grown.around(mac(15))).extracting(Claim::id).containsExactly(1L, 2L, 3L);
            assertThat(grown.around(mac(16))).extracting(Claim::id).containsExactly(1L, 2L);
            assertThat(grown.around(mac(20))).extracting(Claim::id).containsExactly(1L);
            assertThat(grown.around(mac(100))).isEmpty();
        }
    }

    @Test
    void whatLayInsideStaysWhenTheOuterGoes() {
        Claim outer = claim(1, 0, 99);
        tree.add(outer);
        tree.add(claim(2, 0, 9));
        tree.add(claim(3, 0, 0));

        tree.remove(outer);

        assertThat(tree.around(mac(0))).extracting(Claim::id).containsExactly(2L, 3L);
        assertThat(tree.around(mac(50))).isEmpty();
    }

    @Test
    void aRangeThatBeginsWhereAnotherBeginsIsFoundAndRemoved() {
        tree.add(claim(1, 0, 9));
        tree.add(claim(2, 0, 99));
        tree.remove(claim(1, 0, 9));

        assertThat(tree.around(mac(0))).extracting(Claim::id).containsExactly(2L);
    }

    private static Claim claim(long id, long first, long last) {
        return new Claim(id, 7, mac(first), mac(last), 1, "active");
    }

    private static MacAddress mac(long offset) {
        return MacAddress.parse("000b82000000").plus(offset);
    }
}
