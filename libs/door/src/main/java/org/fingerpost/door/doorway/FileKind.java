package org.fingerpost.door.doorway;

import java.util.Locale;
import org.fingerpost.door.sightings.Kind;

/** A guess at what a path asks for, when the door that knows it has failed. */
final class FileKind {
    private FileKind() {}

    static Kind of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (path.startsWith("/fw/")) {
            return Kind.FIRMWARE;
        }
        if (!name.startsWith("cfg")) {
            return Kind.OTHER;
        }
        if (name.equals("cfg.xml")) {
            return Kind.GENERIC_XML;
        }
        return name.endsWith(".xml") ? Kind.CFG_XML : Kind.CFG_BINARY;
    }
}
