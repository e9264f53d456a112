package org.fingerpost.cli.folder.yaml;

/**
 * A text and where it stands. It may be a secret.
 *
 * @param isReferred a reference stands there, and the text is elsewhere
 */
public record Text(String value, Spot spot, boolean isReferred) {
    public Text(String value, Spot spot) {
        this(value, spot, false);
    }

    @Override
    public String toString() {
        return "Text[" + spot + "]";
    }
}
