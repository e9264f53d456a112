package org.fingerpost.cli.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Moves one body from the socket to a sink and notes what is wrong with its framing. */
final class BodyPipe {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final InputStream in;
    private final Head head;
    private final Sink sink;
    private final Deadline deadline;
    private final Set<Reply.Fault> faults = EnumSet.noneOf(Reply.Fault.class);
    private long bytes;

    BodyPipe(InputStream in, Head head, Sink sink, Deadline deadline) {
        this.in = in;
        this.head = head;
        this.sink = sink;
        this.deadline = deadline;
    }

    void run() throws IOException {
        if (head.status() < 200 || head.status() == 204 || head.status() == 304) {
            return;
        }
        if (head.headers().first("Transfer-Encoding").isPresent()) {
            // Not decoded: the file is lost for the phone anyway.
            faults.add(Reply.Fault.CHUNKED);
            untilEnd();
            return;
        }
        var length = contentLength();
        if (length.isPresent()) {
            exactly(length.get());
        } else {
            untilEnd();
        }
    }

    long bytes() {
        return bytes;
    }

    Set<Reply.Fault> faults() {
        return faults;
    }

    private Optional<Long> contentLength() {
        var field = head.headers().first("Content-Length");
        if (field.isEmpty()) {
            faults.add(Reply.Fault.NO_LENGTH);
            return Optional.empty();
        }
        if (!LENGTH.matcher(field.get()).matches()) {
            faults.add(Reply.Fault.BAD_LENGTH);
            return Optional.empty();
        }
        return field.map(Long::valueOf);
    }

    private void exactly(long length) throws IOException {
        if (length > sink.limit()) {
            faults.add(Reply.Fault.TOO_BIG);
            return;
        }
        move(length);
        if (bytes < length) {
            faults.add(Reply.Fault.SHORT);
        } else if (goesOn()) {
            faults.add(Reply.Fault.LONG);
        }
    }

    private void untilEnd() throws IOException {
        move(sink.limit());
        if (bytes == sink.limit() && in.read() >= 0) {
            faults.add(Reply.Fault.TOO_BIG);
        }
    }

    private void move(long most) throws IOException {
        var buffer = new byte[64 * 1024];
        while (bytes < most) {
            deadline.check();
            var read = in.read(buffer, 0, (int) Math.min(buffer.length, most - bytes));
            if (read < 0) {
                return;
            }
            sink.accept(buffer, read);
            bytes += read;
        }
    }

    /**
     * Only a server that promised to close tells the end; one that did not may rightly be silent.
     */
    private boolean goesOn() throws IOException {
        if (!head.http10() && !head.headers().lists("Connection", "close")) {
            return false;
        }
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException keptOpen) {
            return false;
        }
    }
}
