package org.fingerpost.formats.xml;

import java.util.Arrays;
import java.util.Optional;

/** The two ways to write the same alias in version 2. Phones read both; the ids are permanent. */
public enum AliasLayout {
    /** {@code <item name="a.b.c">value</item>} */
    ITEMS("items"),

    /**
     * {@code <item name="a.b"><part name="c">value</part></item>}, one item for neighbours that
     * have all words but the last in common.
     */
    PARTS("parts");

    private final String id;

    AliasLayout(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<AliasLayout> find(String id) {
        return Arrays.stream(values()).filter(layout -> layout.id.equals(id)).findFirst();
    }
}
