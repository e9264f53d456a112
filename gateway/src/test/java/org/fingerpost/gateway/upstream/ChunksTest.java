package org.fingerpost.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.Reply;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static final String PATH = "/fw/key/a.bin";
    private static final Asked ASKED =
            new Asked(new Destination.At(Door.FIRMWARE, PATH), Optional.empty(), "192.0.2.1");
    private static final Chunks.Id FIRST = new Chunks.Id(ASKED.at(), "\"a\"", 0);
    private static final Reply HERE = new Reply.Some("\"a\"", 1, new byte[1]);

    private final MadeDoors doors = new MadeDoors();
    private final Chunks chunks = new Chunks(doors, Chunks.BYTES, () -> this.nanos);
    private final List<Boolean> came = new ArrayList<>();
    private long nanos;

    @Test
    void forASecondAPieceThatFailedIsNotAskedForAgain() {
        doors.put(PATH, new Reply.Later());
        fetch();
        doors.put(PATH, HERE);
        nanos = Duration.ofMillis(999).toNanos();
        fetch();
        assertThat(doors.asked()).hasSize(1);
        nanos = Duration.ofSeconds(1).toNanos();
        fetch();
        assertThat(doors.asked()).hasSize(1);
        assertThat(came).containsExactly(false, false, true);
    }

    @Test
    void aReaderThatFailsDoesNotKeepTheOthersWaiting() {
        doors.put(PATH, HERE);
        doors.hold();
        chunks.fetch(
                ASKED,
                FIRST,
                _ -> {
                    throw new IllegalStateException("a reader of the test");
                });
        fetch();
        doors.release();
        assertThat(came).containsExactly(true);
    }

    @Test
    void aDoorThatCannotBeAskedIsAway() {
        Chunks broken =
                new Chunks(
                        (_, _, _) -> {
                            throw new IllegalStateException("a door of the test");
                        },
                        Chunks.BYTES,
                        () -> this.nanos);
        broken.fetch(ASKED, FIRST, bytes -> came.add(bytes.isPresent()));
        assertThat(came).containsExactly(false);
    }

    @Test
    void aFileThatCannotBeGivenToOneIsGivenToTheOthers() {
        Shelf shelf =
                new Shelf(
                        doors,
                        chunks,
                        new KeptFiles(1024),
                        Duration.ZERO,
                        Duration.ZERO,
                        () -> this.nanos);
        doors.put(PATH, HERE);
        doors.hold();
        shelf.open(
                ASKED,
                _ -> {
                    throw new IllegalStateException("a reader of the test");
                });
        shelf.open(ASKED, found -> came.add(found instanceof Found.File));
        doors.release();
        shelf.open(ASKED, found -> came.add(found instanceof Found.File));
        assertThat(came).containsExactly(true, true);
    }

    private void fetch() {
        chunks.fetch(ASKED, FIRST, bytes -> came.add(bytes.isPresent()));
    }
}
