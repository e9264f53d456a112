package org.fingerpost.config.layers;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What fills holes of one name. A variable is a secret by its name: if one of the name's words is
 * or ends in one of {@link #TELLTALES}.
 */
public record Variable(String value, boolean secret) {
    private static final Set<String> TELLTALES =
            Set.of("password", "passwd", "passphrase", "secret", "pin", "key", "token");

    public static boolean isSecret(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[._-]"))
                .anyMatch(word -> TELLTALES.stream().anyMatch(word::endsWith));
    }

    @Override
    public String toString() {
        return secret ? "…" : value;
    }
}
