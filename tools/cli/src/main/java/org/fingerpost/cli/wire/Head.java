package org.fingerpost.cli.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Status line and header fields of an HTTP/1.x answer (RFC 9112, sections 4 and 5). */
record Head(boolean http10, int status, Headers headers) {
    /** Far more than any server sends; a phone's buffer would be smaller. */
    private static final int LINE_LIMIT = 8 * 1024;

    private static final int FIELD_LIMIT = 100;
    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.([0-9]) ([1-5][0-9]{2})( .*)?");

    static Head read(InputStream in) throws IOException {
        var statusLine = STATUS_LINE.matcher(line(in));
        if (!statusLine.matches()) {
            throw new ProtocolException("the answer does not start as HTTP/1.x does");
        }
        var fields = new ArrayList<Headers.Field>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            if (colon < 1 || fields.size() == FIELD_LIMIT) {
                throw new ProtocolException("the answer's header is malformed or endless");
            }
            fields.add(
                    new Headers.Field(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Head(
                statusLine.group(1).equals("0"),
                Integer.parseInt(statusLine.group(2)),
                new Headers(fields));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended within the answer's header");
            }
            if (line.length() == LINE_LIMIT) {
                throw new ProtocolException("a header line of the answer is endless");
            }
            line.append((char) b);
        }
        var end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
                ? line.substring(0, end - 1)
                : line.toString();
    }
}
