package org.fingerpost.lists;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.problems.Problem;

/**
 * Records of a CSV file (RFC 4180), one at a time.
 *
 * <pre>
 * file   = [BOM] record *(end record) [end]
 * end    = CR LF / LF / CR
 * record = cell *(separator cell)
 * cell   = *(any but separator, " CR LF) / DQUOTE *(any but " / DQUOTE DQUOTE) DQUOTE
 * </pre>
 *
 * <p>No complaint quotes a cell: it may be a password.
 */
public final class CsvRecords {
    private static final int END = -1;

    private final Reader text;
    private final int longest;
    private final StringBuilder cell = new StringBuilder();
    private String separators;
    private int peeked;
    private int length;
    private long line = 1;

    /**
     * @param separators that may be; the first of them that comes, outside a quoted cell, is the
     *     only one from there on
     * @param longest record, in characters
     */
    public CsvRecords(Reader text, String separators, int longest) throws IOException {
        this.text = text;
        this.separators = separators;
        this.longest = longest;
        this.peeked = text.read();
        if (peeked == '\ufeff') {
            this.peeked = text.read();
        }
    }

    /** The number of the line, from 1, at which the next record begins. */
    public long line() {
        return line;
    }

    /**
     * The cells of the next record; empty at the end. Lines without a character are passed over.
     */
    public List<String> next() throws IOException {
        while (isEnd(peeked)) {
            passEnd();
        }
        List<String> cells = new ArrayList<>();
        length = 0;
        while (peeked != END) {
            cells.add(peeked == '"' ? quoted() : plain());
            if (!isSeparator(peeked)) {
                break;
            }
            separators = Character.toString(take());
            if (peeked == END) {
                cells.add("");
            }
        }
        if (isEnd(peeked)) {
            passEnd();
        }
        return cells;
    }

    private String plain() throws IOException {
        cell.setLength(0);
        while (!isSeparator(peeked) && peeked != END && !isEnd(peeked)) {
            if (peeked == '"') {
                throw broken("a quotation mark stands inside a cell that does not begin with one");
            }
            cell.append((char) take());
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        cell.setLength(0);
        take();
        while (true) {
            if (peeked == END) {
                throw broken("a quotation mark is not closed");
            }
            int c = take();
            if (c == '\n') {
                line++;
            }
            if (c == '"') {
                if (peeked != '"') {
                    break;
                }
                take();
            }
            cell.append((char) c);
        }
        if (!isSeparator(peeked) && peeked != END && !isEnd(peeked)) {
            throw broken("something stands behind a closing quotation mark");
        }
        return cell.toString();
    }

    private int take() throws IOException {
        int taken = peeked;
        peeked = text.read();
        if (++length > longest) {
            throw broken("a row has more than " + longest + " characters");
        }
        return taken;
    }

    private void passEnd() throws IOException {
        int was = peeked;
        peeked = text.read();
        if (was == '\r' && peeked == '\n') {
            peeked = text.read();
        }
        line++;
    }

    private boolean isSeparator(int c) {
        return separators.indexOf(c) >= 0;
    }

    private static boolean isEnd(int c) {
        return c == '\r' || c == '\n';
    }

    /** A complaint about the list that names the line. */
    public Problem broken(String why) {
        return Problem.invalid("import-unreadable", "line " + line + ": " + why).with("line", line);
    }
}
