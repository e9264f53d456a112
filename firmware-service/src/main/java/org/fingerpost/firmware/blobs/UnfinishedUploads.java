package org.fingerpost.firmware.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bytes of uploads that can be resumed, each in a file that only grows. Its length is the
 * upload's offset: what was written before a crash need not be sent again.
 */
public final class UnfinishedUploads {
    private static final int CHUNK = 1 << 18;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final BlobLayout layout;

    private UnfinishedUploads(BlobLayout layout) {
        this.layout = layout;
    }

    public static UnfinishedUploads open(Path stateFolder) {
        BlobLayout layout = new BlobLayout(stateFolder);
        try {
            Files.createDirectories(layout.unfinished());
            return new UnfinishedUploads(layout);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + stateFolder + " for uploads", e);
        }
    }

    /** How many bytes have come. */
    public long offset(long upload) {
        Path file = path(upload);
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at upload " + upload, e);
        }
    }

    /**
     * Appends what comes, to the stream's end, but no more than {@code most} bytes. What has come
     * until the stream breaks stays, and is on the disk when this returns.
     *
     * @return false if there was more
     */
    public boolean append(long upload, InputStream body, long most) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        path(upload), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            try {
                return append(out, body, most);
            } finally {
                out.force(true);
            }
        }
    }

    /** How many bytes this disk still has room for. */
    public long room() {
        try {
            return Files.getFileStore(layout.unfinished()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at the disk", e);
        }
    }

    public Path path(long upload) {
        return layout.unfinished().resolve(Long.toString(upload));
    }

    public void drop(long upload) {
        try {
            Files.deleteIfExists(path(upload));
        } catch (IOException e) {
            throw new UncheckedIOException("could not drop upload " + upload, e);
        }
    }

    /** The numbers of all that there are; what somebody else put there is not ours. */
    public Stream<Long> all() {
        try (Stream<Path> files = Files.list(layout.unfinished())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> NUMBER.matcher(name).matches())
                    .map(Long::valueOf)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look for uploads", e);
        }
    }

    private static boolean append(FileChannel out, InputStream body, long most) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = most;
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, (int) Math.min(count, left));
            while (bytes.hasRemaining()) {
                left -= out.write(bytes);
            }
            if (bytes.limit() < count) {
                return false;
            }
        }
        return true;
    }
}
