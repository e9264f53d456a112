package org.fingerpost.formats.text;

import java.util.HashSet;
import java.util.Set;
import org.fingerpost.formats.pvalue.TellableText;

/**
 * Reads a text from its first line to its last and tells what is on each.
 *
 * <pre>
 * file    = [ byte-order-mark ] *( line end ) [ line ]
 * end     = LF / CR LF / CR
 * line    = *blank [ comment / pair / other ] *blank
 * comment = ( "#" / ";" / "//" ) text
 *         / "&lt;!--" text "-->"            ; over any number of lines
 * </pre>
 *
 * <p>The first {@code =} separates; a {@code #} behind it is data. Limits: {@value #MAX_BYTES}
 * bytes, lines of {@value #MAX_LINE} characters, {@value #MAX_SETTINGS} settings. Sources: {@code
 * docs/formats/text-template.md}.
 */
public final class LineReader {

    /** Before a line that is neither comment nor setting and is kept as a comment. */
    public static final String NOT_A_SETTING = "not a setting: ";

    /** A hundred times the largest template known. */
    public static final int MAX_BYTES = 16 << 20;

    public static final int MAX_LINE = 1 << 16;

    /** A phone has some thousands. */
    public static final int MAX_SETTINGS = 200_000;

    private static final String OPENING = "<!--";
    private static final String CLOSING = "-->";

    private final DecodedText decoded;
    private final String text;
    private final LineContent content;
    private final Set<String> stylesTold = new HashSet<>();
    private final int lastClosing;
    private int settings;
    private boolean inComment;
    private boolean guessTold;

    private LineReader(DecodedText decoded, LineContent content) {
        this.decoded = decoded;
        this.text = decoded.text();
        this.content = content;
        this.lastClosing = text.lastIndexOf(CLOSING);
    }

    /**
     * Tells the content all that the file holds, in order.
     *
     * @throws TextException if the bytes are no text, or beyond the limits; what was told by then
     *     is a part
     */
    public static void read(byte[] file, LineContent content) {
        var start = new Place(1, 0);
        if (file.length > MAX_BYTES) {
            throw new TextException(
                    start, "larger than the " + MAX_BYTES + " bytes that are read of a text");
        }
        DecodedText decoded =
                DecodedText.of(file)
                        .orElseThrow(() ->
                                new TextException(
                                        start,
                                        "the bytes are not of the encoding that their byte order"
                                                + " mark promises"));
        new LineReader(decoded, content).lines();
    }

    private void lines() {
        int line = 1;
        int offset = decoded.mark();
        for (int from = 0; from < text.length(); line++) {
            int to = from;
            while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                to++;
            }
            line(from, to, new Place(line, offset));
            int next = to + (text.startsWith("\r\n", to) ? 2 : 1);
            next = Math.min(next, text.length());
            offset += decoded.octets(from, next);
            from = next;
        }
    }

    private void line(int from, int to, Place place) {
        if (to - from > MAX_LINE) {
            throw new TextException(
                    place, "a line of more than the " + MAX_LINE + " characters that are read");
        }
        String raw = text.substring(from, to);
        if (TellableText.firstIllegal(raw) >= 0) {
            throw new TextException(
                    place, "a character that no text has; this is a binary file, or damaged");
        }
        if (decoded.isGuessed() && !guessTold && raw.chars().anyMatch(c -> c > '~')) {
            guessTold = true;
            content.oddity("these bytes are no UTF-8, read as " + decoded.charset(), place);
        }
        String line = Blanks.stripLeading(raw);
        if (inComment) {
            closing(line, place);
        } else if (line.isEmpty()) {
            content.blank();
        } else if (line.startsWith(OPENING)
                && to - line.length() + OPENING.length() <= lastClosing) {
            style("<!-- and -->", place);
            inComment = true;
            closing(line.substring(OPENING.length()), place);
        } else {
            line(line, place);
        }
    }

    private void line(String line, Place place) {
        if (line.startsWith("#")) {
            content.comment(Blanks.stripTrailing(CommentText.of(line)), place);
        } else if (line.startsWith(";")) {
            style(";", place);
            content.comment(Blanks.strip(line.substring(1)), place);
        } else if (line.startsWith("//")) {
            style("//", place);
            content.comment(Blanks.strip(line.substring(2)), place);
        } else if (PairLine.read(line, place, content) && ++settings > MAX_SETTINGS) {
            throw new TextException(
                    place, "more than the " + MAX_SETTINGS + " settings that are read");
        }
    }

    /** A line inside a comment in the manner of XML, which may end here. */
    private void closing(String line, Place place) {
        int end = line.indexOf(CLOSING);
        String comment = Blanks.strip(end < 0 ? line : line.substring(0, end));
        if (!comment.isEmpty()) {
            content.comment(comment, place);
        }
        if (end >= 0) {
            inComment = false;
            String rest = Blanks.strip(line.substring(end + CLOSING.length()));
            if (!rest.isEmpty()) {
                content.comment(NOT_A_SETTING + rest, place);
                content.oddity("kept as a comment: something stands behind -->", place);
            }
        }
    }

    /** Once for each style: a file has either none or hundreds of them. */
    private void style(String signs, Place place) {
        if (stylesTold.add(signs)) {
            content.oddity("a comment marked by " + signs + ", where a template has #", place);
        }
    }
}
