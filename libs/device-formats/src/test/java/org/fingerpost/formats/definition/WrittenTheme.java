package org.fingerpost.formats.definition;

import java.nio.charset.StandardCharsets;

/** Small files of definitions for tests. */
final class WrittenTheme {

    private WrittenTheme() {}

    /** A theme of these lines; the first stands on line 2. */
    static Theme of(String... lines) {
        String text = "<definitions>\n  " + String.join("\n  ", lines) + "\n</definitions>\n";
        return new Theme("theme.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A switch of HT80x with these numbers and name. */
    static String setting(String p, String name) {
        return setting(p, name, "type=\"switch\"");
    }

    static String setting(String p, String name, String attributes) {
        return setting(p, name, attributes, "families=\"HT80x\"");
    }

    static String setting(String p, String name, String attributes, String families) {
        return ("<setting p=\"%s\" name=\"%s\" %s %s confidence=\"H\" meaning=\"Does %s.\"/>")
                .formatted(p, name, attributes, families, name);
    }
}
