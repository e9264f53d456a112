package org.fingerpost.formats.cfg;

/**
 * What a raw {@code +} in a value is. The file does not say; nor is it known how a phone reads it.
 */
public enum PlusSign {
    /** Itself, as RFC 3986 has it. */
    PLUS,

    /** A space, as encoders with {@link CfgVariant#FORM_SPACES} mean it. */
    SPACE
}
