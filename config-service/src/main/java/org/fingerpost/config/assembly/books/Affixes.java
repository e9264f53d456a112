package org.fingerpost.config.assembly.books;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fingerpost.formats.request.CarriedName;

/**
 * What a phone puts around the name of its file (P234, P235); letters in any case.
 *
 * @param prefix in lower case, as the postfix
 */
public record Affixes(String prefix, String postfix) {
    public static final Affixes NONE = new Affixes("", "");

    /** What a path can hold as it stands; phones take more. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]{0,32}");

    private static final String SAMPLE = "cfg000b82000001";

    public Affixes {
        prefix = prefix.toLowerCase(Locale.ROOT);
        postfix = postfix.toLowerCase(Locale.ROOT);
    }

    public static Affixes of(CarriedName name) {
        return new Affixes(name.prefix(), name.postfix());
    }

    /**
     * Those that a name of revisions can have.
     *
     * @throws IllegalArgumentException with a sentence, if a door could not tell them from the name
     */
    public static Affixes naming(String prefix, String postfix) {
        if (!PLAIN.matcher(prefix).matches() || !PLAIN.matcher(postfix).matches()) {
            throw new IllegalArgumentException(
                    "a prefix or postfix has at most 32 letters, digits, dots, -, _ and ~");
        }
        Affixes affixes = new Affixes(prefix, postfix);
        if (affixes.equals(NONE)) {
            throw new IllegalArgumentException("a prefix or a postfix is needed");
        }
        if (!affixes.areReadIn(prefix + SAMPLE + postfix)
                || !affixes.areReadIn(prefix + SAMPLE + ".xml" + postfix)
                || !affixes.areReadIn(prefix + SAMPLE + postfix + ".xml")) {
            throw new IllegalArgumentException(
                    "with this prefix and postfix a phone's file could not be told from another");
        }
        return affixes;
    }

    private boolean areReadIn(String name) {
        Optional<Affixes> read =
                CarriedName.find(name)
                        .filter(found -> found.mac().isPresent())
                        .filter(found ->
                                found.kind() == CarriedName.Kind.XML == name.contains(".xml"))
                        .map(Affixes::of);
        return read.equals(Optional.of(this));
    }
}
