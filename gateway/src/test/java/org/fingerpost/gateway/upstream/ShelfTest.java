package org.fingerpost.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.Reply;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static final String PATH = "/p/key/cfg.xml";
    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};

    private final MadeDoors doors = new MadeDoors();
    private final Chunks chunks = new Chunks(doors, 4L * Chunks.BYTES, () -> this.nanos);
    private final Shelf shelf =
            new Shelf(
                    doors,
                    chunks,
                    new KeptFiles(8 * 1024),
                    Duration.ofSeconds(1),
                    Duration.ofHours(24),
                    () -> this.nanos);
    private long nanos;

    @Test
    void withinASecondADoorIsAskedOnce() {
        doors.put(PATH, new Reply.Whole("\"a\"", ONE));
        assertThat(open()).isEqualTo(ONE);
        pass(Duration.ofMillis(999));
        assertThat(open()).isEqualTo(ONE);
        assertThat(doors.asked()).containsExactly("CONFIG " + PATH);
    }

    @Test
    void laterItIsAskedWhetherItIsStillSo() {
        doors.put(PATH, new Reply.Whole("\"a\"", ONE));
        open();
        pass(Duration.ofSeconds(1));
        doors.put(PATH, new Reply.Unchanged());
        assertThat(open()).isEqualTo(ONE);
        pass(Duration.ofSeconds(1));
        doors.put(PATH, new Reply.Whole("\"b\"", TWO));
        assertThat(open()).isEqualTo(TWO);
        assertThat(doors.asked())
                .containsExactly(
                        "CONFIG " + PATH,
                        "CONFIG " + PATH + " unless \"a\"",
                        "CONFIG " + PATH + " unless \"a\"");
    }

    @Test
    void piecesAreFetchedInTheNameOfWhoAskedLast() {
        List<String> clients = new ArrayList<>();
        doors.put(
                PATH,
                (asked, part) -> {
                    clients.add(asked.client());
                    return part.offset() == 0 && part.unless().isPresent()
                            ? new Reply.Unchanged()
                            : new Reply.Some("\"a\"", 3L * Chunks.BYTES, new byte[Chunks.BYTES]);
                });
        foundBy("192.0.2.1");
        pass(Duration.ofSeconds(1));
        read(foundBy("192.0.2.2"), Chunks.BYTES, 1);
        assertThat(clients).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.2");
    }

    @Test
    void whileADoorIsAwayItsFilesGoOutForADay() {
        doors.put(PATH, new Reply.Whole("\"a\"", ONE));
        open();
        doors.put(PATH, new Reply.Away());
        pass(Duration.ofHours(24).minusMillis(1));
        assertThat(open()).isEqualTo(ONE);
        pass(Duration.ofMillis(1));
        assertThat(found()).isEqualTo(new Found.NotNow());
    }

    @Test
    void whatIsGoneIsNotGivenAnyMore() {
        doors.put(PATH, new Reply.Whole("\"a\"", ONE));
        open();
        pass(Duration.ofSeconds(1));
        doors.put(PATH, new Reply.Absent());
        assertThat(found()).isEqualTo(new Found.None());
        doors.put(PATH, new Reply.Away());
        assertThat(found()).isEqualTo(new Found.NotNow());
    }

    @Test
    void aBusyDoorIsNotAway() {
        doors.put(PATH, new Reply.Whole("\"a\"", ONE));
        open();
        pass(Duration.ofSeconds(1));
        doors.put(PATH, new Reply.Later());
        assertThat(found()).isEqualTo(new Found.NotNow());
    }

    @Test
    void whatHasNoTagIsNotKept() {
        doors.put(PATH, new Reply.Whole("", ONE));
        found();
        found();
        assertThat(doors.asked()).hasSize(2);
    }

    @Test
    void thoseWhoAskAtTheSameMomentGetOneAnswer() {
        doors.put(PATH, new Reply.Whole("", ONE));
        doors.hold();
        List<Found> found = new ArrayList<>();
        shelf.open(asked(""), found::add);
        shelf.open(asked(""), found::add);
        shelf.open(asked("Grandstream GXP2000"), found::add);
        doors.release();
        assertThat(found).hasSize(3).allMatch(Found.File.class::isInstance);
        assertThat(doors.asked()).hasSize(2);
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 100; i++) {
            String path = "/p/key/" + i;
            doors.put(path, new Reply.Whole("\"a\"", new byte[1024]));
            shelf.open(new Asked(at(path), Optional.empty(), "::1"), _ -> {});
        }
        doors.asked();
        shelf.open(new Asked(at("/p/key/99"), Optional.empty(), "::1"), _ -> {});
        assertThat(doors.asked()).isEmpty();
        shelf.open(new Asked(at("/p/key/90"), Optional.empty(), "::1"), _ -> {});
        assertThat(doors.asked()).hasSize(1);
    }

    @Test
    void phonesThatSayOtherThingsOfThemselvesSharePieces() {
        byte[] file = new byte[3 * Chunks.BYTES];
        new Random(2).nextBytes(file);
        doors.serve(PATH, file, "\"f\"");
        for (int phone = 0; phone < 20; phone++) {
            Found found = found("Grandstream GXP2000 DevId 0000000000" + (10 + phone));
            int from = Chunks.BYTES + 100;
            assertThat(read(found, from, 10)).isEqualTo(Arrays.copyOfRange(file, from, from + 10));
        }
        assertThat(doors.asked())
                .filteredOn(asked -> asked.contains(" from "))
                .containsExactly("CONFIG " + PATH + " from " + Chunks.BYTES);
    }

    private byte[] open() {
        Source source = ((Found.File) found()).source();
        return source.size() > Chunks.BYTES ? new byte[0] : read(0, (int) source.size());
    }

    private byte[] read(long offset, int length) {
        return read(found(), offset, length);
    }

    private static byte[] read(Found found, long offset, int length) {
        List<byte[]> read = new ArrayList<>();
        ((Found.File) found)
                .source()
                .read(
                        offset,
                        length,
                        new Source.Reader() {
                            @Override
                            public void bytes(byte[] in, int from, int length) {
                                read.add(Arrays.copyOfRange(in, from, from + length));
                            }

                            @Override
                            public void away() {
                                throw new AssertionError("away");
                            }
                        });
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private Found foundBy(String client) {
        List<Found> found = new ArrayList<>();
        shelf.open(new Asked(at(PATH), Optional.empty(), client), found::add);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Found found() {
        return found("");
    }

    private Found found(String agent) {
        List<Found> found = new ArrayList<>();
        shelf.open(asked(agent), found::add);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Asked asked(String agent) {
        return new Asked(at(PATH), Optional.of(agent).filter(said -> !said.isEmpty()), "192.0.2.1");
    }

    private static Destination.At at(String path) {
        return new Destination.At(Door.CONFIG, path);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
