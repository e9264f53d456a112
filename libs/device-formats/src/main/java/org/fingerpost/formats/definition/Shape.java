package org.fingerpost.formats.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/** The shapes that values are held against. */
final class Shape {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
    static final Pattern HOSTS = Pattern.compile("[^\\s/@?#]+([,;] ?[^\\s/@?#]+)*");

    private Shape() {}

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    static Optional<Misfit> unless(boolean fits, String rule, String why) {
        return fits ? Optional.empty() : Optional.of(new Misfit(rule, why, true));
    }
}
