package org.fingerpost.redirect.answers;

import org.fingerpost.formats.mac.MacAddress;

/** A file but for what differs between phones. */
sealed interface Template permits BinaryTemplate, XmlTemplate {
    /** The file of one phone, in an array of its own. */
    byte[] fill(MacAddress mac, int minutes);

    /** The file without that. */
    byte[] bytes();
}
