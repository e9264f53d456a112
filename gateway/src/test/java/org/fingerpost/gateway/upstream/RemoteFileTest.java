package org.fingerpost.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteFileTest {
    private static final String PATH = "/fw/key/large.bin";
    private static final int PIECE = Chunks.BYTES;
    private static final Asked ASKED =
            new Asked(new Destination.At(Door.FIRMWARE, PATH), Optional.empty(), "192.0.2.1");

    private final MadeDoors doors = new MadeDoors();
    private final Chunks chunks = new Chunks(doors, 4L * PIECE, () -> 0);
    private final byte[] file = new byte[3 * PIECE + 100];
    private final Source source = new RemoteFile(chunks, ASKED, "\"f\"", file.length);
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void serve() {
        new Random(1).nextBytes(file);
        doors.serve(PATH, file, "\"f\"");
    }

    @Test
    void itComesInPiecesThatAllShare() {
        assertThat(read(0, 1_000)).isEqualTo(Arrays.copyOf(file, 1_000));
        assertThat(doors.asked()).containsExactly(asked(""));

        int across = PIECE - 10;
        assertThat(read(across, 1_000)).isEqualTo(Arrays.copyOfRange(file, across, across + 1_000));
        assertThat(doors.asked()).containsExactly(asked(" from " + PIECE));
        read(across, 1_000);
        assertThat(doors.asked()).isEmpty();

        read(2 * PIECE - 500, 100);
        assertThat(doors.asked()).containsExactly(asked(" from " + 2 * PIECE));
        int last = file.length - 50;
        assertThat(read(last, 50)).isEqualTo(Arrays.copyOfRange(file, last, file.length));
    }

    @Test
    void whoKeepsWhatWasReadKeepsNoMore() {
        read(0, 1_000);
        assertThat(read(1_000, 512)).hasSize(512);
        assertThat(read(PIECE - 10, 20)).hasSize(20);
    }

    @Test
    void piecesOfAnotherFileAreNotGiven() {
        doors.serve(PATH, file, "\"g\"");
        read(2 * PIECE, 10);
        assertThat(told).containsExactly("away");
    }

    private static String asked(String from) {
        return "FIRMWARE " + PATH + from;
    }

    /** The array that it gives, whole, of which all was asked for. */
    private byte[] read(int offset, int length) {
        List<byte[]> read = new ArrayList<>();
        source.read(
                offset,
                length,
                new Source.Reader() {
                    @Override
                    public void bytes(byte[] in, int from, int given) {
                        assertThat(from).isZero();
                        assertThat(given).isEqualTo(length);
                        read.add(in);
                    }

                    @Override
                    public void away() {
                        told.add("away");
                    }
                });
        return read.isEmpty() ? new byte[0] : read.getFirst();
    }
}
