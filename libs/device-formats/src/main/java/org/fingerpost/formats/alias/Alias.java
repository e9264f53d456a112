package org.fingerpost.formats.alias;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a setting in words, such as {@code account.1.sip.userid}.
 *
 * <pre>
 * alias = word *( "." word )            ; 200 characters at most
 * word  = 1*( ALPHA / DIGIT / "_" / "-" )
 * </pre>
 *
 * <p>Case counts: the vendor writes {@code serverPath}.
 */
public record Alias(String name) implements Comparable<Alias> {

    private static final int LONGEST = 200;

    private static final List<String> SECRET_WORDS =
            List.of("password", "passwd", "secret", "privatekey", "passcode");

    public Alias {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "not an alias: words of letters, digits, _ and - with dots between them, such"
                            + " as account.1.sip.userid");
        }
    }

    public static Optional<Alias> find(String name) {
        return isName(name) ? Optional.of(new Alias(name)) : Optional.empty();
    }

    /** The name of a part of this one: the words of both, a dot between. */
    public Alias part(String words) {
        return new Alias(name + "." + words);
    }

    /** All words but the last; empty if there is but one. */
    public String item() {
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    public String lastWord() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * True if the value must be hidden. There is no list of secret aliases, so the last word tells,
     * and rather once too often.
     */
    public boolean isSecret() {
        String last = lastWord().toLowerCase(Locale.ROOT);
        return last.equals("pin") || SECRET_WORDS.stream().anyMatch(last::contains);
    }

    @Override
    public int compareTo(Alias other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean isName(String name) {
        boolean inWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '_'
                            || c == '-';
            if (!letter && (c != '.' || !inWord)) {
                return false;
            }
            inWord = letter;
        }
        return inWord && name.length() <= LONGEST;
    }
}
