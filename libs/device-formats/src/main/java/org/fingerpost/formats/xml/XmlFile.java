package org.fingerpost.formats.xml;

import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/** What an XML config file says: to whom, which settings, and what in it was passed over. */
public sealed interface XmlFile {

    /** Whom the file is for; a phone with another address rejects it. */
    Optional<MacAddress> mac();

    /** What was passed over, with its line, in sentences without values. */
    List<String> oddities();

    /** Version 1. */
    record Numbered(Optional<MacAddress> mac, PValues settings, List<String> oddities)
            implements XmlFile {
        public Numbered {
            oddities = List.copyOf(oddities);
        }
    }

    /** Version 2. */
    record Named(Optional<MacAddress> mac, AliasSettings settings, List<String> oddities)
            implements XmlFile {
        public Named {
            oddities = List.copyOf(oddities);
        }
    }

    /**
     * Reads either version, leniently where that loses nothing: an unknown element, a second config
     * or a MAC address that is none becomes an oddity. Of two settings of one name the later
     * counts. A file without settings is of version 1.
     *
     * @throws org.fingerpost.formats.markup.MarkupException if the bytes are no such file, or hold
     *     settings of both versions
     */
    static XmlFile read(byte[] file) {
        return XmlFileContent.of(file);
    }
}
