package org.fingerpost.cli.batch.list;

import java.util.ArrayList;
import java.util.List;

/**
 * What is in the cells of a record, as far as it goes. A quote opens only where a cell begins;
 * elsewhere it is itself, as in {@code 5" display}.
 */
record Cells(State state, List<String> cells) {

    enum State {
        SOUND,

        /** A quote has not closed yet. */
        OPEN,

        /** Something follows a quote that did. */
        TORN
    }

    static Cells of(CharSequence record, char separator) {
        List<String> cells = new ArrayList<>();
        int end = withoutEnd(record);
        int at = 0;
        while (true) {
            var cell = new StringBuilder();
            if (at < end && record.charAt(at) == '"') {
                at = quoted(record, at + 1, cell);
                if (at < 0) {
                    return new Cells(State.OPEN, List.of());
                }
                if (at < end && record.charAt(at) != separator) {
                    return new Cells(State.TORN, List.of());
                }
            } else {
                while (at < end && record.charAt(at) != separator) {
                    cell.append(record.charAt(at++));
                }
            }
            cells.add(cell.toString());
            if (at >= end) {
                return new Cells(State.SOUND, cells);
            }
            at++;
        }
    }

    /** Behind the quote that closes; negative if none does. */
    private static int quoted(CharSequence record, int from, StringBuilder cell) {
        int at = from;
        while (at < record.length()) {
            char c = record.charAt(at++);
            if (c == '"') {
                if (at == record.length() || record.charAt(at) != '"') {
                    return at;
                }
                at++;
            }
            cell.append(c);
        }
        return -1;
    }

    private static int withoutEnd(CharSequence record) {
        int end = record.length();
        if (end > 0 && record.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && record.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }
}
