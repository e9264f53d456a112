package org.fingerpost.config.layers.variables;

import org.fingerpost.formats.pvalue.SecretWords;

/** What fills holes of one name. A variable is a secret by its name, see {@link SecretWords}. */
public record Variable(String value, boolean secret) {

    public static boolean isSecret(String name) {
        return SecretWords.tell(name);
    }

    @Override
    public String toString() {
        return secret ? "…" : value;
    }
}
