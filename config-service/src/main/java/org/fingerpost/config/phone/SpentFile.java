package org.fingerpost.config.phone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.formats.mac.MacAddress;
import org.jboss.logging.Logger;

/**
 * The spent windows on the disk: one is appended in one write, which survives the process. Windows
 * whose time is over are dropped at the start and whenever they are half of the file.
 *
 * <pre>
 * line = provider SP mac SP generation SP until LF      ; until in milliseconds since 1970
 * </pre>
 */
class SpentFile {
    private static final Logger LOG = Logger.getLogger(SpentFile.class);

    /** Smaller files are not worth writing anew. */
    private static final int FEW = 1_024;

    private final Path folder;
    private final Path file;
    private FileChannel channel;
    private int lines;
    private int tidyAt;

    SpentFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("spent");
    }

    /** What was spent and whose time is not over yet. */
    Map<Window.Id, Instant> open(Instant now) throws IOException {
        Files.createDirectories(folder);
        Map<Window.Id, Instant> spent = new HashMap<>();
        if (Files.exists(file)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            // A line without its end was not written to the end: its file was not sent.
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .forEach(line -> read(line, spent));
        }
        spent.values().removeIf(until -> !now.isBefore(until));
        rewrite(spent);
        return spent;
    }

    void append(Window window) throws IOException {
        ByteBuffer line =
                ByteBuffer.wrap(
                        line(window.id(), window.until()).getBytes(StandardCharsets.US_ASCII));
        long end = channel.size();
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false); // a window that a power cut forgets would be open again
        } catch (IOException e) {
            channel.truncate(end); // a stump would swallow the line behind it
            throw e;
        }
        lines++;
    }

    boolean isWorthTidying() {
        return lines >= tidyAt;
    }

    void rewrite(Map<Window.Id, Instant> spent) throws IOException {
        StringBuilder text = new StringBuilder();
        spent.forEach((id, until) -> text.append(line(id, until)));
        Path fresh = folder.resolve("spent.new");
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (channel != null) {
            channel.close();
        }
        channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        lines = spent.size();
        tidyAt = 2 * lines + FEW;
    }

    private static String line(Window.Id id, Instant until) {
        return id.provider()
                + " "
                + id.mac()
                + " "
                + id.generation()
                + " "
                + until.toEpochMilli()
                + "\n";
    }

    private static void read(String line, Map<Window.Id, Instant> spent) {
        try {
            String[] words = line.split(" ");
            spent.put(
                    new Window.Id(
                            Long.parseLong(words[0]),
                            MacAddress.parse(words[1]),
                            Long.parseLong(words[2])),
                    Instant.ofEpochMilli(Long.parseLong(words[3])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.errorf("a line of the spent windows cannot be read and is dropped");
        }
    }
}
