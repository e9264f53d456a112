package org.fingerpost.firmware.catalog.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListingTest {
    @Test
    void aChangedCopyLeavesTheOneBeforeAsItWas() {
        Listing<String, Integer> before = listing("a", 1, 2);
        Listing.Change<String, Integer> change = before.change();
        change.put("a", 3);
        change.put("b", 4);
        change.remove("a", 1);

        Listing<String, Integer> after = change.done();

        assertThat(before.of("a")).containsExactly(1, 2);
        assertThat(before.of("b")).isEmpty();
        assertThat(after.of("a")).containsExactly(2, 3);
        assertThat(after.of("b")).containsExactly(4);
    }

    @Test
    void whatWasNotPutIsNotRemoved() {
        Listing.Change<String, Integer> change = listing("a", 1).change();
        change.remove("a", 2);
        change.remove("b", 1);

        assertThat(change.done().of("a")).containsExactly(1);
    }

    @Test
    void keysThatShareADrawerAreKeptApart() {
        Listing.Change<Integer, Integer> change = Listing.<Integer, Integer>empty().change();
        for (int i = 0; i < 20_000; i++) {
            change.put(i, -i);
        }
        Listing<Integer, Integer> all = change.done();

        for (int i = 0; i < 20_000; i++) {
            assertThat(all.of(i)).containsExactly(-i);
        }
    }

    private static Listing<String, Integer> listing(String key, int... values) {
        Listing.Change<String, Integer> change = Listing.<String, Integer>empty().change();
        for (int value : values) {
            change.put(key, value);
        }
        return change.done();
    }
}
