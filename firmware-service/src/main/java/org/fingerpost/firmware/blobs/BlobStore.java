package org.fingerpost.firmware.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Blobs in a folder of this machine.
 *
 * <p>Safe against {@code kill -9} and power cuts at any moment, by the order of things: bytes are
 * written and digested under a name that nobody reads, forced to the disk, renamed to their digest
 * in one step, and the folder's new entry is forced to the disk before {@link #keep} returns. So a
 * file below {@code blobs/} is always whole, and a blob that was kept stays. What a crash leaves
 * among the unfinished is deleted by the next start.
 *
 * <p>A blob that was kept for a release which then did not come to be costs disk and nothing else:
 * no name leads to it, and the next upload of the same bytes takes it over.
 */
public final class BlobStore {
    private static final int CHUNK = 1 << 20;

    private final BlobLayout layout;

    private BlobStore(BlobLayout layout) {
        this.layout = layout;
    }

    /**
     * Makes the folders and deletes what an earlier process left unfinished: one process a state
     * folder.
     */
    public static BlobStore open(Path stateFolder) {
        BlobLayout layout = new BlobLayout(stateFolder);
        try {
            Files.createDirectories(layout.blobs());
            clear(layout.incoming());
            clear(layout.uploads());
            return new BlobStore(layout);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + stateFolder + " for blobs", e);
        }
    }

    /** Bytes that are safely on the disk under no name yet; closing drops them unless kept. */
    public record Staged(Digest digest, long size, Path file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("could not drop " + file, e);
            }
        }
    }

    /** Copies and digests a file. It may be of any size: no more than a chunk is in memory. */
    public Staged stage(Path source) {
        try {
            Path file = Files.createTempFile(layout.incoming(), "", "");
            try {
                return copy(source, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not take in a file", e);
        }
    }

    /** Makes staged bytes a blob; if there is one of that digest, it stays the only one. */
    public void keep(Staged staged) {
        Path blob = layout.blob(staged.digest());
        try {
            if (isThere(blob, staged.size())) {
                return;
            }
            if (!Files.isDirectory(blob.getParent())) {
                Files.createDirectories(blob.getParent());
                force(layout.blobs());
            }
            Files.move(staged.file(), blob, StandardCopyOption.ATOMIC_MOVE);
            force(blob.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep blob " + staged.digest(), e);
        }
    }

    /** Where the blob of that digest lies, if it is there. */
    public Path path(Digest digest) {
        return layout.blob(digest);
    }

    private static Staged copy(Path source, Path file) throws IOException {
        MessageDigest sha256 = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long size = 0;
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (in.read(chunk) >= 0) {
                chunk.flip();
                size += chunk.remaining();
                sha256.update(chunk.duplicate());
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
                chunk.clear();
            }
            out.force(true);
        }
        return new Staged(new Digest(HexFormat.of().formatHex(sha256.digest())), size, file);
    }

    private static boolean isThere(Path blob, long size) throws IOException {
        return Files.isRegularFile(blob) && Files.size(blob) == size;
    }

    /** A rename is durable once its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> leftovers = Files.list(folder)) {
            for (Path leftover : leftovers.toList()) {
                Files.delete(leftover);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
