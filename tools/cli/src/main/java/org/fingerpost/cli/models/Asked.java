package org.fingerpost.cli.models;

import java.util.Locale;

/** The files a phone asks for. */
public enum Asked {
    TEXT,
    BINARY,
    XML,
    MODEL_XML,
    GENERIC_XML,
    FIRMWARE;

    /** For every phone or model alike: asked only if the phone's own XML was not to be had. */
    public boolean generic() {
        return this == MODEL_XML || this == GENERIC_XML;
    }

    public boolean xml() {
        return this == XML || generic();
    }

    /** Without prefix and postfix. */
    public String basicName(Phone phone) {
        return switch (this) {
            case TEXT -> "cfg.txt";
            case BINARY -> "cfg" + phone.mac();
            case XML -> "cfg" + phone.mac() + ".xml";
            case MODEL_XML -> "cfg" + phone.model().toLowerCase(Locale.ROOT) + ".xml";
            case GENERIC_XML -> "cfg.xml";
            case FIRMWARE -> phone.firmwareFile();
        };
    }
}
