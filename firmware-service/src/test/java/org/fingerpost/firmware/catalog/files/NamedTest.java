package org.fingerpost.firmware.catalog.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.firmware.blobs.Digest;
import org.junit.jupiter.api.Test;

class NamedTest {
    private static final Published.Content ONE =
            new Published.Content(new Digest("1".repeat(64)), 5);
    private static final Published.Content OTHER =
            new Published.Content(new Digest("2".repeat(64)), 6);

    @Test
    void whatTwoNameStaysUntilTheSecondIsGone() {
        Named named = new Named();
        named.add(ONE);
        named.add(ONE);
        named.add(OTHER);

        named.remove(ONE);
        assertThat(named.blobs()).hasSize(2).containsEntry(ONE.digest(), 5L);
        named.remove(ONE);

        assertThat(named.blobs()).containsOnlyKeys(OTHER.digest());
    }
}
