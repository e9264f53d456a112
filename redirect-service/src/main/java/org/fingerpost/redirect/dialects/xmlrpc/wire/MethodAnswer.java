package org.fingerpost.redirect.dialects.xmlrpc.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer of XML-RPC.
 *
 * <pre>
 * said   = array( boolean, text )
 * listed = array( boolean, array( *text ) )
 * fault  = struct( faultCode: int, faultString: text )
 * </pre>
 *
 * <p>In one line, texts without an element of their own: so the vendors' services write it, and
 * there are programs that look for just these characters.
 */
public sealed interface MethodAnswer {
    /** Whether it was done, and the vendors' text for it. */
    record Said(boolean done, String text) implements MethodAnswer {}

    record Listed(List<String> texts) implements MethodAnswer {
        public Listed {
            texts = List.copyOf(texts);
        }
    }

    /** The call could not be understood at all. */
    record Fault(int code, String text) implements MethodAnswer {
        public static final int NOT_WELL_FORMED = -32_700;
        public static final int NO_SUCH_METHOD = -32_601;
        public static final int WRONG_PARAMETERS = -32_602;
    }

    /** The bytes of the document, UTF-8. */
    default byte[] bytes() {
        String body =
                switch (this) {
                    case Said(boolean done, String text) -> params(pair(done, value(text)));
                    case Listed(List<String> texts) ->
                            params(
                                    pair(
                                            true,
                                            array(
                                                    texts.stream()
                                                            .map(MethodAnswer::value)
                                                            .collect(Collectors.joining()))));
                    case Fault(int code, String text) -> fault(code, text);
                };
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse>"
                        + body
                        + "</methodResponse>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String params(String value) {
        return "<params><param>" + value + "</param></params>";
    }

    private static String pair(boolean done, String second) {
        return array("<value><boolean>" + (done ? 1 : 0) + "</boolean></value>" + second);
    }

    private static String array(String values) {
        return "<value><array><data>" + values + "</data></array></value>";
    }

    private static String value(String text) {
        return "<value>" + escaped(text) + "</value>";
    }

    private static String fault(int code, String text) {
        return "<fault><value><struct><member><name>faultCode</name><value><int>"
                + code
                + "</int></value></member><member><name>faultString</name>"
                + value(text)
                + "</member></struct></value></fault>";
    }

    /** What XML cannot hold is a question mark. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        default -> escaped.appendCodePoint(isXml(c) ? c : '?');
                    }
                });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        return c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff;
    }
}
