package org.fingerpost.firmware.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;

/**
 * A cache on the disk.
 *
 * <pre>
 * cache/blobs/ab/cdef…    the blob whose digest is abcdef…, whole
 * cache/coming/{digest}   bytes that are being fetched; deleted by the next start
 * </pre>
 */
record CacheFolder(Path blobs, Path coming) {
    private static final int CHUNK = 1 << 20;

    static CacheFolder open(Path stateFolder) throws IOException {
        Path cache = stateFolder.resolve("cache");
        CacheFolder folder = new CacheFolder(cache.resolve("blobs"), cache.resolve("coming"));
        Files.createDirectories(folder.blobs);
        Files.createDirectories(folder.coming);
        for (Path leftover : list(folder.coming)) {
            Files.delete(leftover);
        }
        return folder;
    }

    /** Sees a blob. */
    @FunctionalInterface
    interface Visitor {
        void blob(Digest digest, long size, long modifiedMillis);
    }

    void forEach(Visitor visitor) throws IOException {
        for (Path some : list(blobs)) {
            for (Path file : Files.isDirectory(some) ? list(some) : List.<Path>of()) {
                Optional<Digest> digest =
                        Digest.find(some.getFileName() + file.getFileName().toString());
                if (digest.isPresent() && Files.isRegularFile(file)) {
                    visitor.blob(
                            digest.get(),
                            Files.size(file),
                            Files.getLastModifiedTime(file).toMillis());
                }
            }
        }
    }

    Path file(Digest digest) {
        return blobs.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
    }

    void take(Digest digest, long size, InputStream bytes) throws IOException {
        Path part = coming.resolve(digest.hex());
        try {
            Digest found = write(bytes, size, part);
            if (!found.equals(digest)) {
                throw new IOException("other bytes came than those of " + digest);
            }
            Path file = file(digest);
            if (!Files.isDirectory(file.getParent())) {
                Files.createDirectories(file.getParent());
                force(blobs);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.getParent());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void drop(Digest digest) {
        try {
            Files.deleteIfExists(file(digest));
        } catch (IOException e) {
            throw new UncheckedIOException("could not drop " + digest, e);
        }
    }

    boolean isThere(Digest digest, long size) {
        try {
            return Files.size(file(digest)) == size;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads all of it. */
    BlobStore.Condition condition(Digest digest, long size) {
        try {
            boolean sound =
                    Files.size(file(digest)) == size && Digest.of(file(digest)).equals(digest);
            return sound ? BlobStore.Condition.SOUND : BlobStore.Condition.SPOILT;
        } catch (NoSuchFileException e) {
            return BlobStore.Condition.MISSING;
        } catch (IOException e) {
            return BlobStore.Condition.UNREADABLE;
        }
    }

    long room() {
        try {
            return Files.getFileStore(blobs).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at the disk", e);
        }
    }

    /** No byte more than there should be is taken from whoever sends. */
    private static Digest write(InputStream bytes, long size, Path part) throws IOException {
        MessageDigest sha256 = Digest.begin();
        byte[] chunk = new byte[CHUNK];
        long left = size;
        try (FileChannel out =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
                left -= count;
                if (left < 0) {
                    throw new IOException("more bytes came than " + size);
                }
                sha256.update(chunk, 0, count);
                ByteBuffer some = ByteBuffer.wrap(chunk, 0, count);
                while (some.hasRemaining()) {
                    out.write(some);
                }
            }
            if (left > 0) {
                throw new IOException(left + " bytes of " + size + " did not come");
            }
            out.force(true);
        }
        return Digest.of(sha256);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** A rename is durable once its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
