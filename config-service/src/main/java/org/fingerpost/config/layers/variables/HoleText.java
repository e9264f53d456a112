package org.fingerpost.config.layers.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A value with holes, as layers and templates have it. Nothing in it is ever run: a hole is filled
 * with a text, and what stands in that text is no hole.
 *
 * <pre>
 * text    = *( hole / escape / CHAR )
 * hole    = "${" name "}"
 * escape  = "$${"                              ; stands for "${"
 * name    = word *( "." word )                 ; at most 64 characters
 * word    = 1*( ALPHA / DIGIT / "_" / "-" )
 * </pre>
 */
public final class HoleText {
    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*");

    private final String text;
    private final List<Piece> pieces;

    private HoleText(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    private sealed interface Piece {
        record Literal(String text) implements Piece {}

        record Hole(String name) implements Piece {}
    }

    /** What a hole was filled with. */
    public record Filled(String value, boolean secret) {}

    /**
     * @throws IllegalArgumentException with a sentence that does not quote the text, which may be a
     *     secret's
     */
    public static HoleText parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            boolean escaped = open > at && text.charAt(open - 1) == '$';
            literal.append(text, at, escaped ? open - 1 : open);
            if (escaped) {
                literal.append("${");
                at = open + 2;
                continue;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException(
                        "a hole at character "
                                + (open + 1)
                                + " has no end: write ${name}, or $${ for the characters ${");
            }
            flush(literal, pieces);
            pieces.add(new Piece.Hole(name(text.substring(open + 2, close), open)));
            at = close + 1;
        }
        literal.append(text, at, text.length());
        flush(literal, pieces);
        return new HoleText(text, List.copyOf(pieces));
    }

    private static String name(String name, int open) {
        checkName(name, "the hole at character " + (open + 1));
        return name;
    }

    /**
     * @throws IllegalArgumentException if no hole can have this name
     */
    public static void checkName(String name, String what) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what
                            + " must have a name of letters, digits, - and _ in words with dots"
                            + " between them, such as account.1.user, of at most "
                            + LONGEST_NAME
                            + " characters");
        }
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** The text without its holes' fillings and its escapes; nothing if there is a hole. */
    public Optional<String> literal() {
        if (pieces.isEmpty()) {
            return Optional.of("");
        }
        return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Literal(String whole)
                ? Optional.of(whole)
                : Optional.empty();
    }

    /** The names of the holes in order. */
    public List<String> holes() {
        return pieces.stream()
                .filter(Piece.Hole.class::isInstance)
                .map(piece -> ((Piece.Hole) piece).name())
                .toList();
    }

    /**
     * The text with its holes filled; it is a secret if one of the fillings is.
     *
     * @throws MissingValueException naming the hole for which there is no value
     */
    public Filled fill(Function<String, Optional<Variable>> values) {
        StringBuilder filled = new StringBuilder();
        boolean secret = false;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Literal(String literal) -> filled.append(literal);
                case Piece.Hole(String name) -> {
                    Variable value =
                            values.apply(name).orElseThrow(() -> new MissingValueException(name));
                    filled.append(value.value());
                    secret |= value.secret();
                }
            }
        }
        return new Filled(filled.toString(), secret);
    }

    /** Fills the holes for which there is a value and leaves the others as they are. */
    public Filled fillSome(Function<String, Optional<Variable>> values) {
        return fill(name ->
                values.apply(name).or(() -> Optional.of(new Variable("${" + name + "}", false))));
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HoleText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Without the text, which may be a secret's. */
    @Override
    public String toString() {
        return "HoleText" + holes();
    }
}
