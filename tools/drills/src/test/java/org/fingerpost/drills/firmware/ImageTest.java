package org.fingerpost.drills.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.fingerpost.drills.drilled.Reply;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.History;
import org.junit.jupiter.api.Test;

/** A phone sees from the bytes alone which release they are of, and whether they stand there. */
class ImageTest {
    private final Image image = new Image(1_234);

    @Test
    void anyPartOfAnImageTellsItsNumber() {
        byte[] whole = image.bytes();

        assertThat(whole).hasSize(image.size()).hasSizeGreaterThanOrEqualTo(Image.LEAST);
        assertThat(image.slice(1_600, 2_001)).isEqualTo(Arrays.copyOfRange(whole, 1_600, 2_001));
        assertThat(Image.of(image.slice(1_600, 2_001))).isEqualTo(image);
    }

    @Test
    void theRightPartIsTheRelease() {
        assertThat(asked(1_600, 100).told(new Reply(206, false, image.slice(1_600, 1_700))))
                .isEqualTo("1234");
        assertThat(behind(1_600).told(new Reply(206, false, image.slice(1_600, image.size()))))
                .isEqualTo("1234");
    }

    @Test
    void anythingElseIsARemark() {
        FirmwareFile part = asked(1_600, 100);
        byte[] broken = image.slice(1_600, 1_700);
        broken[99]++;

        for (Reply reply :
                new Reply[] {
                    new Reply(206, false, broken),
                    new Reply(206, false, image.slice(1_616, 1_716)),
                    new Reply(206, false, image.slice(1_600, 1_699)),
                    new Reply(200, false, image.slice(1_600, 1_700)),
                    new Reply(206, false, new byte[0])
                }) {
            assertThat(part.told(reply)).isNotEmpty().isNotEqualTo("1234");
        }
    }

    private static FirmwareFile asked(int from, int bytes) {
        return new FirmwareFile(
                "/fw/key/",
                "GXP2160",
                "fw.bin",
                new History<>(Line.NONE),
                new Calm(java.time.Duration.ZERO),
                Optional.of(new FirmwareFile.Part(from, Optional.of(bytes))));
    }

    private static FirmwareFile behind(int from) {
        return new FirmwareFile(
                "/fw/key/",
                "GXP2160",
                "fw.bin",
                new History<>(Line.NONE),
                new Calm(java.time.Duration.ZERO),
                Optional.of(new FirmwareFile.Part(from, Optional.empty())));
    }
}
