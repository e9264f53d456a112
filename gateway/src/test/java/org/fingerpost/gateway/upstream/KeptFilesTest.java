package org.fingerpost.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.junit.jupiter.api.Test;

class KeptFilesTest {
    private static final int LARGE = 100 * 1024;

    private final KeptFiles kept = new KeptFiles(LARGE + 20 * 1024);

    @Test
    void phonesWithTheSameFileHaveItTogether() {
        Source first = put(1, "\"a\"");
        for (int phone = 2; phone <= 20; phone++) {
            assertThat(put(phone, "\"a\"")).isSameAs(first);
        }
        assertThat(kept.find(phone(1))).isPresent();
    }

    @Test
    void anotherTagIsAnotherFileThatMakesRoom() {
        Source first = put(1, "\"a\"");
        assertThat(put(2, "\"b\"")).isNotSameAs(first);
        assertThat(kept.find(phone(1))).isEmpty();
        kept.remove(phone(2));
        assertThat(put(1, "\"a\"")).isNotSameAs(first);
        assertThat(put(1, "\"a\"")).isSameAs(kept.find(phone(1)).orElseThrow().source());
    }

    private Source put(int phone, String tag) {
        Source file = new WholeFile(new byte[LARGE]);
        return kept.put(phone(phone), new KeptFiles.Kept(file, tag, 0, false));
    }

    private static Asked.Key phone(int number) {
        return new Asked.Key(
                new Destination.At(Door.FIRMWARE, "/fw/key/a.bin"), Optional.of("DevId " + number));
    }
}
