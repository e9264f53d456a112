package org.fingerpost.redirect.dialects.xmlrpc.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fingerpost.formats.markup.Event;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.markup.MarkupReader;

/**
 * Reads a call of XML-RPC.
 *
 * <pre>
 * call   = "&lt;methodCall>" "&lt;methodName>" name "&lt;/methodName>" [ params ] "&lt;/methodCall>"
 * params = "&lt;params>" *( "&lt;param>" value "&lt;/param>" ) "&lt;/params>"
 * value  = "&lt;value>" ( text / scalar / array ) "&lt;/value>"
 * scalar = "&lt;" kind ">" text "&lt;/" kind ">"
 * kind   = "string" / "int" / "i4" / "i8" / "boolean" / "double"
 * array  = "&lt;array>" "&lt;data>" *value "&lt;/data>" "&lt;/array>"
 * </pre>
 *
 * <p>Blanks and comments may stand between elements. Structs, dates and base 64 are refused: no
 * method here takes them. Limits: {@value #MAX_BYTES} bytes, {@value #MAX_PARAMS} parameters,
 * {@value #MAX_VALUES} values in all, and those of {@link MarkupReader}.
 */
public final class CallReader {
    /** A list of phones at its longest is a tenth of it. */
    public static final int MAX_BYTES = 64 << 10;

    public static final int MAX_PARAMS = 8;
    public static final int MAX_VALUES = 1_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/]{1,64}");

    private final MarkupReader in;
    private int values;

    private CallReader(MarkupReader in) {
        this.in = in;
    }

    /**
     * The call that the document makes.
     *
     * @throws MarkupException if it makes none, with a sentence that quotes nothing of it
     */
    public static MethodCall read(byte[] document) {
        if (document.length > MAX_BYTES) {
            throw new MarkupException(
                    MAX_BYTES, 1, "larger than the " + MAX_BYTES + " bytes that are read");
        }
        return new CallReader(MarkupReader.of(document)).call();
    }

    private MethodCall call() {
        start("methodCall");
        start("methodName");
        String method = textToEnd().strip();
        if (!NAME.matcher(method).matches()) {
            throw in.wrong("no method has such a name");
        }
        List<Value> params = new ArrayList<>();
        if (startsBeforeEnd("params")) {
            while (startsBeforeEnd("param")) {
                if (params.size() == MAX_PARAMS) {
                    throw in.wrong("more than " + MAX_PARAMS + " parameters");
                }
                start("value");
                params.add(value());
                end();
            }
            end();
        }
        // Comments and instructions may follow; MarkupReader refuses all else.
        while (in.next() != Event.DONE) {}
        return new MethodCall(method, params);
    }

    /** The rest of a value that has started. */
    private Value value() {
        if (++values > MAX_VALUES) {
            throw in.wrong("more than " + MAX_VALUES + " values");
        }
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case TEXT -> text.append(in.text());
                case COMMENT, INSTRUCTION -> {}
                case END -> {
                    return new Value.Text(text.toString());
                }
                case START -> {
                    if (!text.toString().isBlank()) {
                        throw in.wrong("a value is text or an element, not both");
                    }
                    Value typed = typed(in.name());
                    end();
                    return typed;
                }
                case DONE -> throw in.wrong("the document ends inside a value");
            }
        }
    }

    private Value typed(String kind) {
        return switch (kind) {
            case "string", "int", "i4", "i8", "boolean", "double" -> new Value.Text(textToEnd());
            case "array" -> {
                start("data");
                List<Value> many = new ArrayList<>();
                while (startsBeforeEnd("value")) {
                    many.add(value());
                }
                end();
                yield new Value.Many(many);
            }
            default -> throw in.wrong("a kind of value that no method here takes");
        };
    }

    /** Text up to the end of the element that has started. */
    private String textToEnd() {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case TEXT -> text.append(in.text());
                case COMMENT, INSTRUCTION -> {}
                case END -> {
                    return text.toString();
                }
                case START, DONE -> throw in.wrong("an element where only text may be");
            }
        }
    }

    private void start(String name) {
        if (!startsBeforeEnd(name)) {
            throw in.wrong("a " + name + " is missing");
        }
    }

    private void end() {
        if (beyondBlanks() != Event.END) {
            throw in.wrong("more than may be here");
        }
    }

    /** True if the element starts here; false if the one around it ends. */
    private boolean startsBeforeEnd(String name) {
        return switch (beyondBlanks()) {
            case START -> {
                if (!in.name().equals(name)) {
                    throw in.wrong("another element than a " + name);
                }
                yield true;
            }
            case END, DONE, TEXT, COMMENT, INSTRUCTION -> false;
        };
    }

    private Event beyondBlanks() {
        while (true) {
            Event event = in.next();
            boolean blank =
                    event == Event.COMMENT
                            || event == Event.INSTRUCTION
                            || (event == Event.TEXT && in.isBlank());
            if (event == Event.TEXT && !blank) {
                throw in.wrong("text between elements");
            }
            if (!blank) {
                return event;
            }
        }
    }
}
