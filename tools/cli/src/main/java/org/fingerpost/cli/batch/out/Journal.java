package org.fingerpost.cli.batch.out;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.cli.streams.Complaint;

/**
 * Which files were written whole. A line is added after its file is there, so that a run that was
 * killed loses at most what it was doing.
 *
 * <pre>
 * journal = *( sha256 SP size SP name LF )    ; of two lines of one name the later counts
 * </pre>
 *
 * <p>Survives kill -9. After a power cut a line may be there of a file that the disk has not.
 */
final class Journal implements Closeable {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,18}) (\\S+)");

    private final FileChannel channel;
    private final Map<String, StoredFile> files;

    private Journal(FileChannel channel, Map<String, StoredFile> files) {
        this.channel = channel;
        this.files = files;
    }

    /**
     * @throws Complaint if another run holds it
     */
    static Journal open(Path file) throws IOException {
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new Complaint(file.getParent() + ": another run is at work there");
        }
        try {
            cutHalfALine(channel);
            Map<String, StoredFile> files = read(channel);
            return new Journal(channel, files);
        } catch (IOException trouble) {
            channel.close();
            throw trouble;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** What a killed run left half-written would swallow the next line. */
    private static void cutHalfALine(FileChannel channel) throws IOException {
        long whole = channel.size();
        var last = ByteBuffer.allocate(1);
        while (whole > 0 && (channel.read(last.clear(), whole - 1) != 1 || last.get(0) != '\n')) {
            whole--;
        }
        channel.truncate(whole).position(whole);
    }

    /** Through the channel that holds the lock: to close another on the file would give it up. */
    private static Map<String, StoredFile> read(FileChannel channel) throws IOException {
        Map<String, StoredFile> files = new HashMap<>();
        channel.position(0);
        new BufferedReader(Channels.newReader(channel, StandardCharsets.ISO_8859_1))
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line ->
                        new StoredFile(line.group(3), Long.parseLong(line.group(2)), line.group(1)))
                .forEach(stored -> files.put(stored.name(), stored));
        return files;
    }

    /** What an earlier run wrote under the name. */
    Optional<StoredFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Collection<StoredFile> all() {
        return files.values();
    }

    void add(List<StoredFile> done) throws IOException {
        var lines = new StringBuilder();
        for (StoredFile file : done) {
            lines.append(file.sha256()).append(' ').append(file.size());
            lines.append(' ').append(file.name()).append('\n');
        }
        var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
