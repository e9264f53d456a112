package org.fingerpost.cli.batch.make;

import java.util.Arrays;
import java.util.Optional;

/** The config files a phone asks for by its address. */
public enum FileFormat {
    /** {@code cfg{mac}} */
    BINARY("binary", ""),
    /** {@code cfg{mac}.xml} */
    XML("xml", ".xml");

    private final String id;
    private final String extension;

    FileFormat(String id, String extension) {
        this.id = id;
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    public static Optional<FileFormat> find(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }
}
