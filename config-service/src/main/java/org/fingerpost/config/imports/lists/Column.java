package org.fingerpost.config.imports.lists;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.formats.pvalue.PValue;

/**
 * What the cells of one column say, by its name: the path at which a device's JSON has the same.
 *
 * <pre>
 * column = "mac" / "model" / "group"            ; letters in any case
 *        / P-value                              ; a setting
 *        / "variables." name                    ; what fills holes of that name
 *        / "accounts." number "." P-value       ; a setting of that account
 * </pre>
 */
sealed interface Column {
    String VARIABLES = "variables.";
    Pattern ACCOUNT = Pattern.compile("accounts\\.([1-9][0-9]?)\\.(P.*)");

    enum Own implements Column {
        MAC,
        MODEL,
        GROUP
    }

    record OfSetting(PValue p) implements Column {}

    record OfVariable(String name) implements Column {}

    record OfAccount(int number, PValue p) implements Column {}

    /**
     * @throws IllegalArgumentException if there is no column of that name
     */
    static Column of(String name) {
        for (Own own : Own.values()) {
            if (own.name().equals(name.toUpperCase(Locale.ROOT))) {
                return own;
            }
        }
        Matcher account = ACCOUNT.matcher(name);
        if (account.matches()) {
            return new OfAccount(number(account.group(1)), PValue.parse(account.group(2)));
        }
        if (name.startsWith(VARIABLES)) {
            String variable = name.substring(VARIABLES.length());
            HoleText.checkName(variable, "a variable");
            return new OfVariable(variable);
        }
        return new OfSetting(PValue.parse(name));
    }

    private static int number(String digits) {
        int number = Integer.parseInt(digits);
        if (number > StoredAccounts.LAST) {
            throw new IllegalArgumentException(
                    "accounts are numbered from 1 to " + StoredAccounts.LAST);
        }
        return number;
    }

    /** As a header has it. */
    default String label() {
        return switch (this) {
            case Own own -> own.name().toLowerCase(Locale.ROOT);
            case OfSetting(PValue p) -> p.toString();
            case OfVariable(String name) -> VARIABLES + name;
            case OfAccount(int number, PValue p) -> "accounts." + number + "." + p;
        };
    }
}
