package org.fingerpost.cli.batch.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a device list into its records. Damage ends with the line it is on: a quote that never
 * closes would otherwise swallow every device behind it.
 */
final class Records {

    private final BufferedReader reader;
    private final char separator;

    /** Lines that were read ahead of a quote that did not close. */
    private final Deque<String> ahead = new ArrayDeque<>();

    private long line;

    /** Lines to go on by: those of the last record, and one to the first. */
    private long taken = 1;

    Records(BufferedReader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /** The line that the last record begins on, from 1. */
    long line() {
        return line;
    }

    /**
     * The next record, which may be damaged; nothing at the end.
     *
     * @throws IOException also if a line is longer than any device's can be
     */
    Optional<ListedDevice> next() throws IOException {
        String first = nextLine();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        line += taken;
        taken = 1;
        var text = new StringBuilder(first);
        List<String> more = new ArrayList<>();
        Cells cells = Cells.of(text, separator);
        while (cells.state() == Cells.State.OPEN && text.length() < DeviceList.LONGEST_LINE) {
            String next = nextLine();
            if (next.isEmpty()) {
                break;
            }
            more.add(next);
            text.append(next);
            if (closes(next)) {
                cells = Cells.of(text, separator);
            }
        }
        if (cells.state() == Cells.State.SOUND) {
            taken += more.size();
            return Optional.of(ListedDevice.sound(line, cells.cells()));
        }
        more.reversed().forEach(ahead::addFirst);
        return Optional.of(ListedDevice.damaged(line, first.stripTrailing()));
    }

    /** Of a line that begins inside quotes: two of them are one that is meant. */
    private static boolean closes(String line) {
        int quotes = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quotes++;
            } else if (quotes % 2 == 1) {
                return true;
            } else {
                quotes = 0;
            }
        }
        return quotes % 2 == 1;
    }

    /** With what ends it; empty at the end. */
    private String nextLine() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        var text = new StringBuilder();
        int c = reader.read();
        while (c >= 0) {
            if (text.length() == DeviceList.LONGEST_LINE) {
                throw new IOException(
                        "the line has over " + DeviceList.LONGEST_LINE + " characters");
            }
            text.append((char) c);
            if (c == '\n' || c == '\r' && !followsLineFeed()) {
                break;
            }
            c = reader.read();
        }
        return text.toString();
    }

    private boolean followsLineFeed() throws IOException {
        reader.mark(1);
        boolean follows = reader.read() == '\n';
        reader.reset();
        return follows;
    }
}
