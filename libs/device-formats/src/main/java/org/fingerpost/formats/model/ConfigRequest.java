package org.fingerpost.formats.model;

/** One of the requests a phone makes for its configuration. */
public enum ConfigRequest {
    /** {@code cfg.txt} */
    TEXT,
    /** {@code cfg{mac}} */
    BINARY,
    /** {@code cfg{mac}.xml} */
    OWN_XML,
    /** {@code cfg{model}.xml} */
    MODEL_XML,
    /** {@code cfg.xml} */
    GENERIC_XML
}
