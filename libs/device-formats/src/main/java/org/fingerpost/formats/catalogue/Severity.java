package org.fingerpost.formats.catalogue;

/** How much a finding matters. */
public enum Severity {
    /** The phone will not do what was written. */
    ERROR,
    /** Likely not what was meant, or more than the catalogue knows. */
    WARNING
}
