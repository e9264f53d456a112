package org.fingerpost.config.imports.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fingerpost.lists.CsvRecords;

/**
 * A device list as CSV, read row by row: a header, then one device a row; comma, semicolon or tab,
 * whichever comes first.
 *
 * <p>How it is spelt is known at its end only, so cells come as bytes: a character each, up to
 * U+00FF. What parts them is the same in both encodings.
 */
public final class DeviceList {
    private static final String SEPARATORS = ",;\t";
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** Twice as much as fits into a phone's file. */
    private static final int LONGEST_ROW = 128 * 1024;

    private final EncodingWatch watch;
    private final CsvRecords records;
    private final Columns columns;

    private DeviceList(EncodingWatch watch, CsvRecords records, Columns columns) {
        this.watch = watch;
        this.records = records;
        this.columns = columns;
    }

    /**
     * Reads the header.
     *
     * @throws org.fingerpost.problems.Problem if it is none
     */
    public static DeviceList open(InputStream bytes) throws IOException {
        EncodingWatch watch = new EncodingWatch(bytes);
        CsvRecords records =
                new CsvRecords(
                        new BufferedReader(
                                new InputStreamReader(
                                        withoutMark(watch), StandardCharsets.ISO_8859_1)),
                        SEPARATORS,
                        LONGEST_ROW);
        return new DeviceList(watch, records, new Columns(records.next()));
    }

    public Columns columns() {
        return columns;
    }

    /**
     * The cells of the next row; none at the end.
     *
     * @throws org.fingerpost.problems.Problem if it cannot be said where it ends
     */
    public List<String> next() throws IOException {
        return records.next();
    }

    /** Of what was read so far. */
    public Encoding encoding() {
        return watch.encoding();
    }

    private static InputStream withoutMark(InputStream bytes) throws IOException {
        PushbackInputStream text = new PushbackInputStream(bytes, MARK.length);
        byte[] first = text.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            text.unread(first);
        }
        return text;
    }
}
