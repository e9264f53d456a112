package org.fingerpost.redirect.instructions;

import java.util.regex.Pattern;

/**
 * What phones put before and behind the names of files (P232 to P235); empty for nothing.
 *
 * <pre>
 * affix = *32( VCHAR except "/" / "?" / "#" / "%" / "\" )
 * </pre>
 */
public record Affixes(String prefix, String postfix) {
    /**
     * What newer templates give P232 to P235; none of them may change the path or begin a query.
     */
    private static final Pattern AFFIX = Pattern.compile("[!-~&&[^/?#%\\\\]]{0,32}");

    public static final Affixes NONE = new Affixes("", "");

    public Affixes {
        check("prefix", prefix);
        check("postfix", postfix);
    }

    public boolean areNone() {
        return prefix.isEmpty() && postfix.isEmpty();
    }

    public String around(String name) {
        return prefix + name + postfix;
    }

    private static void check(String what, String affix) {
        if (!AFFIX.matcher(affix).matches()) {
            throw new IllegalArgumentException(
                    "a "
                            + what
                            + " is at most 32 visible ASCII characters and none of / ? # % \\,"
                            + " unlike '"
                            + affix.replaceAll("[^ -~]", "?")
                            + "'");
        }
    }
}
