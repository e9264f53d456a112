package org.fingerpost.firmware.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Blobs in a folder of this machine.
 *
 * <p>Safe against {@code kill -9} and power cuts at any moment, by the order of things: bytes are
 * written and digested under a name that nobody reads, forced to the disk, renamed to their digest
 * in one step, and the folder's new entry is forced to the disk before {@link #keep} returns. So a
 * file below {@code blobs/} is always whole, and a blob that was kept stays. What a crash leaves
 * among the incoming is deleted by the next start.
 *
 * <p>A blob that was kept for a release which then did not come to be costs disk until the walk
 * finds that nobody holds it. Keeping and dropping exclude each other: one process a state folder.
 */
public final class FolderBlobs implements BlobStore {
    private final BlobLayout layout;
    private final Incoming incoming;
    private final Clock clock;
    private final Object lock = new Object();

    private FolderBlobs(BlobLayout layout, Incoming incoming, Clock clock) {
        this.layout = layout;
        this.incoming = incoming;
        this.clock = clock;
    }

    /**
     * Makes the folders and deletes what an earlier process left unfinished, except of uploads that
     * can be resumed.
     */
    public static FolderBlobs open(Path stateFolder, Clock clock) {
        BlobLayout layout = new BlobLayout(stateFolder);
        try {
            Files.createDirectories(layout.blobs());
            Files.createDirectories(layout.quarantine());
            return new FolderBlobs(layout, Incoming.open(stateFolder), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + stateFolder + " for blobs", e);
        }
    }

    @Override
    public Staged stage(InputStream source) throws IOException {
        return incoming.stage(source);
    }

    @Override
    public void keep(Staged staged) {
        Path blob = layout.blob(staged.digest());
        synchronized (lock) {
            if (renewed(staged.digest(), staged.size())) {
                return;
            }
            try {
                if (!Files.isDirectory(blob.getParent())) {
                    Files.createDirectories(blob.getParent());
                    force(layout.blobs());
                }
                Files.setLastModifiedTime(staged.file(), FileTime.from(clock.instant()));
                Files.move(staged.file(), blob, StandardCopyOption.ATOMIC_MOVE);
                force(blob.getParent());
            } catch (IOException e) {
                throw new UncheckedIOException("could not keep blob " + staged.digest(), e);
            }
        }
    }

    @Override
    public boolean has(Digest digest, long size) {
        try {
            return isThere(layout.blob(digest), size);
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at blob " + digest, e);
        }
    }

    @Override
    public InputStream open(Digest digest) throws IOException {
        return Files.newInputStream(layout.blob(digest));
    }

    /** Where the blob lies on this disk, if it does: for the doors of this machine. */
    public Path path(Digest digest) {
        return layout.blob(digest);
    }

    @Override
    public void forEach(Consumer<Stored> visitor) {
        try (Stream<Path> folders = Files.list(layout.blobs())) {
            for (Path folder : folders.sorted().toList()) {
                files(folder).forEach(blob -> show(blob, visitor));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not walk over the blobs", e);
        }
    }

    @Override
    public boolean dropUnlessRenewed(Digest digest, Instant since) {
        Path blob = layout.blob(digest);
        synchronized (lock) {
            try {
                return Files.getLastModifiedTime(blob).toInstant().isBefore(since)
                        && Files.deleteIfExists(blob);
            } catch (NoSuchFileException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException("could not drop blob " + digest, e);
            }
        }
    }

    @Override
    public Condition condition(Digest digest) {
        try {
            boolean same = Digest.of(layout.blob(digest)).equals(digest);
            return same ? Condition.SOUND : Condition.SPOILT;
        } catch (NoSuchFileException e) {
            return Condition.MISSING;
        } catch (IOException e) {
            // A bad sector, or no file left to open it with: that says nothing of its bytes.
            return Condition.UNREADABLE;
        }
    }

    @Override
    public void quarantine(Digest digest) {
        synchronized (lock) {
            try {
                Files.move(
                        layout.blob(digest),
                        layout.quarantine().resolve(digest.hex()),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException e) {
                // Somebody dropped it: nobody is served from it.
            } catch (IOException e) {
                throw new UncheckedIOException("could not put aside blob " + digest, e);
            }
        }
    }

    private boolean renewed(Digest digest, long size) {
        Path blob = layout.blob(digest);
        try {
            boolean there = isThere(blob, size);
            if (there) {
                Files.setLastModifiedTime(blob, FileTime.from(clock.instant()));
            }
            return there;
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at blob " + digest, e);
        }
    }

    private static boolean isThere(Path blob, long size) throws IOException {
        return Files.isRegularFile(blob) && Files.size(blob) == size;
    }

    /** The next start does: what breaks off here, ends with the process. */
    @Override
    public void tidy(Instant before) {}

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void show(Path blob, Consumer<Stored> visitor) {
        layout.digest(blob)
                .ifPresent(digest -> {
                    try {
                        BasicFileAttributes found =
                                Files.readAttributes(blob, BasicFileAttributes.class);
                        visitor.accept(
                                new Stored(
                                        digest,
                                        found.size(),
                                        found.lastModifiedTime().toInstant()));
                    } catch (IOException e) {
                        // It went meanwhile.
                    }
                });
    }

    /** A rename is durable once its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
