package org.fingerpost.config.layers.shelves;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which sheet of its owner's: a layer, or a template.
 *
 * <pre>
 * sheet = "platform" / "provider" / kind "/" name
 * kind  = "family" / "model" / "group" / "template"
 * name  = ( ALPHA / DIGIT ) *63( ALPHA / DIGIT / "." / "_" / "-" )
 * </pre>
 *
 * @param name empty for {@code platform} and {@code provider}
 */
public record SheetName(Kind kind, String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Owner of the operator's sheets. */
    public static final long PLATFORM = 0;

    public enum Kind {
        PLATFORM,
        FAMILY,
        MODEL,
        PROVIDER,
        GROUP,
        TEMPLATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean isAlone() {
            return this == PLATFORM || this == PROVIDER;
        }
    }

    public SheetName {
        if (kind.isAlone() != name.isEmpty()) {
            throw new IllegalArgumentException(
                    "only platform and provider have no name behind them");
        }
        if (!name.isEmpty()) {
            checkName(name);
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence
     */
    public static String checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name has 1 to 64 letters, digits, dots, - and _, and begins with a letter"
                            + " or a digit");
        }
        return name;
    }

    public static SheetName of(Kind kind, String name) {
        return new SheetName(kind, name);
    }

    public static SheetName of(Kind kind) {
        return new SheetName(kind, "");
    }

    /**
     * @throws IllegalArgumentException with a sentence
     */
    public static SheetName parse(String text) {
        List<String> parts = List.of(text.split("/", 2));
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(each -> each.word().equals(parts.getFirst()))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there are platform, provider, family/NAME, model/NAME,"
                                                + " group/NAME and template/NAME"));
        return new SheetName(kind, parts.size() == 2 ? parts.get(1) : "");
    }

    public boolean isTemplate() {
        return kind == Kind.TEMPLATE;
    }

    @Override
    public String toString() {
        return kind.isAlone() ? kind.word() : kind.word() + "/" + name;
    }
}
