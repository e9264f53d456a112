package org.fingerpost.formats.pvalue;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that say that what they name is a secret: one of their words, between dots, hyphens or
 * underscores, is or ends in a telltale, as in {@code account.1.password}.
 */
public final class SecretWords {
    private static final Set<String> TELLTALES =
            Set.of("password", "passwd", "passphrase", "secret", "pin", "key", "token");

    private SecretWords() {}

    public static boolean tell(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[._-]"))
                .anyMatch(word -> TELLTALES.stream().anyMatch(word::endsWith));
    }
}
