package org.fingerpost.cli.tftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.fingerpost.cli.wire.Reply;
import org.fingerpost.cli.wire.Sink;
import org.junit.jupiter.api.Test;

class DownloadTest {
    private static final class Taken implements Sink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long limit;
        private long count;

        Taken(long limit) {
            this.limit = limit;
        }

        @Override
        public void accept(byte[] buffer, int length) {
            count += length;
            if (count < 10_000) {
                bytes.write(buffer, 0, length);
            }
        }

        @Override
        public long limit() {
            return limit;
        }
    }

    private final Taken taken = new Taken(1L << 30);
    private final Download download = new Download(taken);

    @Test
    void blockThatComesTwiceIsTakenOnceAndAcknowledgedTwice() {
        var first = data(1, 512);

        assertThat(download.answer(first)).contains(Packets.ack(1));
        assertThat(download.answer(first)).contains(Packets.ack(1));
        assertThat(download.answer(data(2, 3))).contains(Packets.ack(2));

        assertThat(download.end()).contains(new Reply.Transferred(515, List.of(), 0));
        assertThat(taken.count).isEqualTo(515);
    }

    @Test
    void blockOutOfTurnIsNotTaken() {
        assertThat(download.answer(data(2, 512))).isEmpty();
        assertThat(download.answer(data(1, 513))).isEmpty();
        assertThat(taken.count).isZero();
    }

    @Test
    void smallerBlockThanAskedForIsAgreedTo() {
        assertThat(download.answer(options("blksize", "8"))).contains(Packets.ack(0));
        assertThat(download.answer(data(1, 8))).contains(Packets.ack(1));
        assertThat(download.end()).isEmpty();
        download.answer(data(2, 0));
        assertThat(download.end()).contains(new Reply.Transferred(8, List.of(), 0));
    }

    @Test
    void largerBlockThanAskedForIsRefused() {
        assertThat(download.answer(options("blksize", "1025")).orElseThrow())
                .startsWith(0, 5, 0, 8);
        assertThat(download.end()).containsInstanceOf(Reply.Silence.class);
    }

    @Test
    void fileOfAnotherSizeThanPromisedIsNotWhole() {
        download.answer(options("TSIZE", "4"));
        download.answer(data(1, 3));
        assertThat(download.end())
                .contains(new Reply.Transferred(3, List.of(Reply.Fault.NOT_AS_SAID), 0));
    }

    @Test
    void blockNumbersBeginAnewBehind65535() {
        for (var block = 1; block <= 65_540; block++) {
            assertThat(download.answer(data(block & 0xffff, 512))).isPresent();
        }
        download.answer(data(5, 1));
        assertThat(download.end()).contains(new Reply.Transferred(65_540L * 512 + 1, List.of(), 0));
    }

    @Test
    void fileThatDoesNotFitIsBrokenOff() {
        var little = new Download(new Taken(600));
        little.answer(data(1, 512));
        assertThat(little.answer(data(2, 512)).orElseThrow()).startsWith(0, 5, 0, 3);
        assertThat(little.end())
                .contains(new Reply.Transferred(512, List.of(Reply.Fault.TOO_BIG), 0));
    }

    @Test
    void whatAServerSaysOfItsErrorIsShownInAsciiOnly() {
        download.answer("\0\5\0\2go\u001b[2Jaway\0".getBytes(ISO_8859_1));
        assertThat(download.end()).contains(new Reply.Refused(2, "go?[2Jaway", 0));
    }

    @Property
    void anyBytesAreEndured(@ForAll @Size(max = 40) byte[] nonsense, @ForAll boolean begun) {
        var fresh = new Download(new Taken(1 << 20));
        if (begun) {
            fresh.answer(data(1, 512));
        }
        fresh.answer(nonsense);
    }

    private static byte[] data(int block, int length) {
        var packet = new byte[Packets.HEAD + length];
        packet[1] = Packets.DATA;
        packet[2] = (byte) (block >> 8);
        packet[3] = (byte) block;
        return packet;
    }

    private static byte[] options(String name, String value) {
        return ("\0\6" + name + "\0" + value + "\0").getBytes(ISO_8859_1);
    }
}
