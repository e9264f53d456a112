package org.fingerpost.cli.folder.yaml;

/**
 * What stands there cannot be used: where, what and why, without the value, which may be secret.
 */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlException(Spot spot, String sentence) {
        super(spot + ": " + sentence, null, false, false);
    }
}
