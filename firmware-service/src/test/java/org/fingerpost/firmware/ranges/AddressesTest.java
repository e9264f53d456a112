package org.fingerpost.firmware.ranges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Span;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final int MOST = 60;

    @Property
    void aSetHoldsWhatOneOfItsRangesHolds(
            @ForAll @Size(max = 5) List<@IntRange(max = MOST) Integer> firsts,
            @ForAll @Size(max = 5) List<@IntRange(max = MOST) Integer> others) {
        Span[] mine = spans(firsts);
        Span[] theirs = spans(others);
        Addresses set = Addresses.of(List.of(mine));

        LongStream.rangeClosed(0, 2 * MOST)
                .mapToObj(MacAddress::new)
                .forEach(mac -> assertThat(set.holds(mac)).isEqualTo(holds(mine, mac)));
        assertThat(set.size()).isEqualTo(count(mine, mine));
        assertThat(set.common(Addresses.of(List.of(theirs)))).isEqualTo(count(mine, theirs));
        assertThat(set.isEmpty()).isEqualTo(firsts.isEmpty());
    }

    @Test
    void allAddressesThereAreAreCounted() {
        Span all = Span.parse("000000000000", "ffffffffffff");

        assertThat(Addresses.of(List.of(all)).size()).isEqualTo(1L << 48);
    }

    private static long count(Span[] some, Span[] others) {
        return LongStream.rangeClosed(0, 2 * MOST)
                .mapToObj(MacAddress::new)
                .filter(mac -> holds(some, mac) && holds(others, mac))
                .count();
    }

    private static boolean holds(Span[] spans, MacAddress mac) {
        return Arrays.stream(spans).anyMatch(span -> span.holds(mac));
    }

    /** Of several lengths, so that some nest, some meet and some cross. */
    private static Span[] spans(List<Integer> firsts) {
        return firsts.stream()
                .map(first -> new Span(new MacAddress(first), new MacAddress(first + first % 7)))
                .toArray(Span[]::new);
    }
}
