package org.fingerpost.door.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One file of the spool: frames one after the other, numbered without a gap from the number in its
 * name. One writer, one reader; the reader sees only whole frames, those before {@link #end}.
 */
final class Segment {
    private static final String SUFFIX = ".spool1";

    private final Path file;
    private final long first;
    private final FileChannel channel;
    private volatile long end;
    private long synced;
    private boolean harmed;
    private boolean closed;

    private Segment(Path file, long first, FileChannel channel, long end) {
        this.file = file;
        this.first = first;
        this.channel = channel;
        this.end = end;
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().matches("\\d{19}\\" + SUFFIX);
    }

    static Segment create(Path folder, long first) throws IOException {
        return open(folder.resolve(String.format("%019d", first) + SUFFIX));
    }

    static Segment open(Path file) throws IOException {
        String name = file.getFileName().toString();
        long first = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        return new Segment(file, first, channel, channel.size());
    }

    long first() {
        return first;
    }

    /** Bytes of whole frames. */
    long end() {
        return end;
    }

    /** Adds the frame in the buffer, or throws and has added nothing. */
    void append(ByteBuffer frame) throws IOException {
        long at = end;
        try {
            while (frame.hasRemaining()) {
                at += channel.write(frame, at);
            }
        } catch (IOException e) {
            // What was written of it lies behind the end and is overwritten by the next frame.
            truncateQuietly();
            throw e;
        }
        end = at;
    }

    /** As many whole frames from the offset on as the buffer holds, possibly cut at its end. */
    void read(long offset, ByteBuffer buffer) throws IOException {
        buffer.clear();
        buffer.limit((int) Math.min(buffer.capacity(), Math.max(0, end - offset)));
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
            // until the buffer is full or the file ends
        }
        buffer.flip();
    }

    /** Where the frame with this number starts; the end of the sound frames if it is not there. */
    Place find(long sequence) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
        long offset = 0;
        long expected = first;
        while (expected < sequence) {
            read(offset, buffer);
            int size = Frame.measure(buffer);
            while (size > 0 && expected < sequence && Frame.sequence(buffer) == expected) {
                buffer.position(buffer.position() + size);
                expected++;
                size = Frame.measure(buffer);
            }
            if (buffer.position() == 0) {
                break;
            }
            offset += buffer.position();
        }
        return new Place(offset, expected);
    }

    /**
     * Cuts off a frame whose writing was cut short: nobody was answered before the whole was there.
     * Where anything else lies behind the last sound frame, entries are lost, and the file stays as
     * it is: nothing is to be added to it.
     *
     * @return the number that comes next; none that was ever used
     */
    long repair() throws IOException {
        Place sound = find(Long.MAX_VALUE);
        if (sound.offset() == channel.size()) {
            return sound.sequence();
        }
        long last = lastBehind(sound);
        ByteBuffer rest = ByteBuffer.allocate(Frame.LARGEST);
        read(sound.offset(), rest);
        harmed = last >= sound.sequence() || !Frame.isBegun(rest, sound.sequence());
        if (harmed) {
            return Math.max(last, sound.sequence()) + 1;
        }
        channel.truncate(sound.offset());
        end = sound.offset();
        return sound.sequence();
    }

    /** Whether {@link #repair} has found that entries of it are lost. */
    boolean isHarmed() {
        return harmed;
    }

    /** The greatest number of the sound frames that lie anywhere behind it, or less than its. */
    private long lastBehind(Place sound) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * Frame.LARGEST);
        long last = sound.sequence() - 1;
        long offset = sound.offset();
        while (offset < end) {
            read(offset, buffer);
            boolean all = offset + buffer.limit() >= end;
            // A frame that begins later may be cut at the buffer's end.
            int until = all ? buffer.limit() : buffer.limit() - Frame.LARGEST;
            int at = 0;
            while (at < until) {
                int size = Frame.measure(buffer.position(at));
                if (size > 0) {
                    last = Math.max(last, Frame.sequence(buffer));
                }
                at += Math.max(1, size);
            }
            offset += at;
        }
        return last;
    }

    /** Does not keep {@link #append} waiting. */
    synchronized void sync() throws IOException {
        long reached = end;
        if (reached > synced && !closed) {
            channel.force(false);
            synced = reached;
        }
    }

    synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    private void truncateQuietly() {
        try {
            channel.truncate(end);
        } catch (IOException ignored) {
            // the disk is in trouble already and the caller is about to say so
        }
    }

    /** A frame's start and number. */
    record Place(long offset, long sequence) {}
}
