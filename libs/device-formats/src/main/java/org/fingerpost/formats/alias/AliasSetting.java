package org.fingerpost.formats.alias;

import java.util.Objects;
import org.fingerpost.formats.pvalue.TellableText;

/** A setting that somebody chose under its alias. The empty value clears it. */
public record AliasSetting(Alias alias, String value) {

    public AliasSetting {
        Objects.requireNonNull(alias, "alias");
        TellableText.check(alias.name(), value);
    }

    /**
     * @throws IllegalArgumentException with a sentence, if the name is no alias or the value cannot
     *     be told to a phone
     */
    public static AliasSetting of(String name, String value) {
        return new AliasSetting(new Alias(name), value);
    }

    /** The pair as a line of text, a secret value hidden. */
    @Override
    public String toString() {
        return alias + "=" + (alias.isSecret() ? "********" : value);
    }
}
