package org.fingerpost.cli.batch.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value with holes.
 *
 * <pre>
 * text = *( CHAR / hole / "$${" )      ; $${ stands for ${ itself
 * hole = "${" name "}"                 ; the name of a column
 * </pre>
 */
record HoledText(List<Piece> pieces) {

    static final String OPEN = "${";
    private static final String LITERAL_OPEN = "$${";

    sealed interface Piece {
        record Literal(String text) implements Piece {}

        record Hole(String name) implements Piece {}
    }

    HoledText {
        pieces = List.copyOf(pieces);
    }

    /**
     * @throws IllegalArgumentException with a sentence that does not quote the text
     */
    static HoledText parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        var literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(LITERAL_OPEN, at)) {
                literal.append(OPEN);
                at += LITERAL_OPEN.length();
            } else if (text.startsWith(OPEN, at)) {
                int end = text.indexOf('}', at);
                pieces.add(new Piece.Literal(literal.toString()));
                literal.setLength(0);
                pieces.add(hole(text, at, end));
                at = end + 1;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        pieces.add(new Piece.Literal(literal.toString()));
        pieces.removeIf(new Piece.Literal("")::equals);
        return new HoledText(pieces);
    }

    private static Piece hole(String text, int from, int end) {
        if (end < 0) {
            throw new IllegalArgumentException(
                    "a hole ${ that no } closes; write $${ for a plain ${");
        }
        String name = text.substring(from + OPEN.length(), end).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a hole ${} without a name; an empty value clears");
        }
        return new Piece.Hole(name);
    }

    boolean isFixed() {
        return holes().findAny().isEmpty();
    }

    Stream<String> holes() {
        return pieces.stream()
                .filter(Piece.Hole.class::isInstance)
                .map(hole -> ((Piece.Hole) hole).name());
    }

    /** The text, if there are no holes. */
    String fixed() {
        return pieces.isEmpty() ? "" : ((Piece.Literal) pieces.getFirst()).text();
    }
}
