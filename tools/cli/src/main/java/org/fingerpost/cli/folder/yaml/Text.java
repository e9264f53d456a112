package org.fingerpost.cli.folder.yaml;

/** A text and where it stands. It may be a secret. */
public record Text(String value, Spot spot) {
    @Override
    public String toString() {
        return "Text[" + spot + "]";
    }
}
