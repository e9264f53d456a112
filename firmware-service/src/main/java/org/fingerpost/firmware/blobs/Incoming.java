package org.fingerpost.firmware.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bytes on their way to become a blob, whichever driver keeps it: in a file of this machine under a
 * name that nobody reads, digested while they come. No more than a chunk is in memory.
 */
public final class Incoming {
    private static final int CHUNK = 1 << 20;

    private final BlobLayout layout;

    private Incoming(BlobLayout layout) {
        this.layout = layout;
    }

    /** Deletes what an earlier process left there, except of uploads that can be resumed. */
    public static Incoming open(Path stateFolder) {
        BlobLayout layout = new BlobLayout(stateFolder);
        try {
            clear(layout.incoming());
            clear(layout.uploads());
            return new Incoming(layout);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + stateFolder + " for what comes in", e);
        }
    }

    /** Takes a stream to its end and forces it to the disk. */
    public BlobStore.Staged stage(InputStream source) throws IOException {
        Path file = Files.createTempFile(layout.incoming(), "", "");
        try {
            return copy(source, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static BlobStore.Staged copy(InputStream source, Path file) throws IOException {
        MessageDigest sha256 = Digest.begin();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
                size += count;
                sha256.update(chunk, 0, count);
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return new BlobStore.Staged(Digest.of(sha256), size, file);
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(folder)) {
            leftovers = files.toList();
        }
        for (Path leftover : leftovers) {
            Files.delete(leftover);
        }
    }
}
