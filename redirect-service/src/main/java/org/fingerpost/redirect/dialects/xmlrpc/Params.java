package org.fingerpost.redirect.dialects.xmlrpc;

import java.util.List;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodCall;
import org.fingerpost.redirect.dialects.xmlrpc.wire.Value;

/** The parameters of a call, by their places. */
final class Params {
    private final List<Value> values;

    Params(MethodCall call) {
        this.values = call.params();
    }

    /** A call that its method cannot take. */
    static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Wrong(String why) {
            super(why);
        }
    }

    /** A text without the blanks around it. */
    String text(int place) {
        return switch (at(place)) {
            case Value.Text(String text) -> text.strip();
            case Value.Many _ -> throw new Wrong("parameter " + (place + 1) + " is a text");
        };
    }

    /** A list of texts, or one text alone. */
    List<String> texts(int place) {
        return switch (at(place)) {
            case Value.Text(String text) -> List.of(text);
            case Value.Many(List<Value> many) ->
                    many.stream().map(each -> element(each, place)).toList();
        };
    }

    /** Whether a flag is there and set. */
    boolean flag(int place) {
        if (values.size() <= place) {
            return false;
        }
        String text = text(place);
        return text.equals("1") || text.equalsIgnoreCase("true");
    }

    private static String element(Value value, int place) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Many _ ->
                    throw new Wrong("parameter " + (place + 1) + " is a list of texts");
        };
    }

    private Value at(int place) {
        if (values.size() <= place) {
            throw new Wrong("parameter " + (place + 1) + " is missing");
        }
        return values.get(place);
    }
}
