package org.fingerpost.cli.batch.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;

/**
 * Reads a device list as it comes, so that its length does not matter.
 *
 * <pre>
 * list   = [ BOM ] header *( EOL device ) [ EOL ]  ; UTF-8; EOL is LF, CR LF or CR
 * header = name *( separator name )
 * device = cell *( separator cell )
 * cell   = *CHAR / DQUOTE *( CHAR / EOL / 2DQUOTE ) DQUOTE    ; RFC 4180
 * separator = "," / ";" / HTAB       ; whichever the header has most of
 * </pre>
 *
 * <p>Lines without anything in their cells are passed over. Octets that are no UTF-8 come out as
 * {@link #NOT_UTF_8}.
 */
public final class DeviceList {

    /** What stands for octets that are no UTF-8; a list that holds it by intent is unlikely. */
    public static final char NOT_UTF_8 = '\ufffd';

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** In characters; a record that is longer is a quote that does not close. */
    static final int LONGEST_LINE = 1 << 20;

    private final Separator separator;
    private final Header header;
    private final Records records;

    /**
     * Reads as far as the header.
     *
     * @throws Complaint if there is none
     */
    public DeviceList(InputStream from) {
        var reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
        try {
            separator = Separator.of(firstLine(reader));
        } catch (IOException trouble) {
            throw new Complaint("the device list: " + Streams.why(trouble), trouble);
        }
        records = new Records(reader, separator.character());
        header =
                next().map(DeviceList::header)
                        .orElseThrow(() -> new Complaint("the device list is empty"));
    }

    public Separator separator() {
        return separator;
    }

    public Header header() {
        return header;
    }

    /**
     * The next device, which may be damaged, or nothing at the end.
     *
     * @throws Complaint with a line, if the list cannot be read any further
     */
    public Optional<ListedDevice> next() {
        try {
            Optional<ListedDevice> next = records.next();
            while (next.isPresent() && next.orElseThrow().isBlank()) {
                next = records.next();
            }
            return next;
        } catch (IOException trouble) {
            throw new Complaint(
                    "the device list cannot be read beyond line %d: %s"
                            .formatted(records.line(), Streams.why(trouble)),
                    trouble);
        }
    }

    private static Header header(ListedDevice first) {
        if (first.damaged()) {
            throw new Complaint(
                    "line %d: a quote in the header does not close, or something follows one that did"
                            .formatted(first.line()));
        }
        return new Header(first.cells());
    }

    /** Without moving on, but for a byte order mark. */
    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(LONGEST_LINE);
        var line = new StringBuilder();
        int c = reader.read();
        while (c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST_LINE - 1) {
            line.append((char) c);
            c = reader.read();
        }
        reader.reset();
        // Else it would go on to keep what is read, up to the longest line.
        reader.mark(1);
        return line.toString();
    }
}
