package org.fingerpost.firmware.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Blobs: bytes that are stored once under their digest and never change.
 *
 * <p>What every driver promises: nobody sees a blob that is not whole; a blob that was kept is
 * there after a crash; and a blob that was kept a moment ago is not dropped by a walk that decided
 * about it before. Any call may throw {@link StoreAway}.
 */
public interface BlobStore {
    /** Takes in and digests a stream of any length, to its end; nobody sees the bytes yet. */
    Staged stage(InputStream source) throws IOException;

    /** {@link #stage(InputStream)} of a file. */
    default Staged stage(Path source) {
        try (InputStream in = Files.newInputStream(source)) {
            return stage(in);
        } catch (IOException e) {
            throw new UncheckedIOException("could not take in a file", e);
        }
    }

    /**
     * Makes staged bytes a blob; if there is one of that digest, it stays the only one and is
     * renewed. May take as long as its bytes take over a network: no transaction waits for it.
     */
    void keep(Staged staged);

    /** Whether the blob is there: what a transaction asks that is about to hold it. */
    boolean has(Digest digest, long size);

    /**
     * Its bytes, as they lie there.
     *
     * @throws NoSuchFileException if there is none
     */
    InputStream open(Digest digest) throws IOException;

    /** Shows every blob, in no order; one that comes or goes meanwhile may be missed. */
    void forEach(Consumer<Stored> visitor);

    /** Drops a blob that nobody has kept since; false if somebody has. */
    boolean dropUnlessRenewed(Digest digest, Instant since);

    /** Reads a blob to its end: are its bytes what its name says? */
    Condition condition(Digest digest);

    /** Puts a blob aside where nobody is served from: the next upload of its bytes heals it. */
    void quarantine(Digest digest);

    /** Gives up what broke off before then and can never become a blob by itself. */
    void tidy(Instant before);

    /** What reading a blob to its end can come to. */
    enum Condition {
        SOUND,
        /** Its bytes are not what its name says. */
        SPOILT,
        MISSING,
        /** Nobody knows: the disk or the machine refused, perhaps only for now. */
        UNREADABLE
    }

    /** Bytes that are safe under no name yet; closing drops them unless kept. */
    record Staged(Digest digest, long size, Path file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("could not drop " + file, e);
            }
        }
    }

    /**
     * A blob as the store knows it.
     *
     * @param renewed when it was last kept
     */
    record Stored(Digest digest, long size, Instant renewed) {}
}
