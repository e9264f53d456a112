package org.fingerpost.drills.town;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk of memory that one door has its state on, and that can be filled to the last octet. */
public final class SmallDisk implements AutoCloseable {
    /** Room for three replicas, a spool and the firmware of a drill. */
    private static final String SIZE = "256m";

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Empty where this process may not mount. */
    static Optional<SmallDisk> at(Path place) {
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a disk", e);
        }
        boolean mounted =
                Command.succeeds(
                        List.of(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=" + SIZE + ",mode=700",
                                "fingerpost-drill",
                                place.toString()));
        return mounted ? Optional.of(new SmallDisk(place)) : Optional.empty();
    }

    /** Until nothing fits any more; how many octets were free. */
    public long fill() {
        long free = 0;
        // Large pieces first, then what is left between them.
        for (int piece = 1 << 20; piece > 0; piece /= 32) {
            free += fillWith(new byte[piece]);
        }
        return free;
    }

    private long fillWith(byte[] piece) {
        long written = 0;
        try (OutputStream filler = Files.newOutputStream(place.resolve("filler-" + piece.length))) {
            while (true) {
                filler.write(piece);
                written += piece.length;
            }
        } catch (IOException full) {
            return written;
        }
    }

    public void free() {
        try (var files = Files.newDirectoryStream(place, "filler-*")) {
            for (Path filler : files) {
                Files.delete(filler);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the filler stays", e);
        }
    }

    /** After its door has ended. */
    @Override
    public void close() {
        Command.succeeds(List.of("umount", place.toString()));
    }
}
