package org.fingerpost.formats.xml;

import java.util.Optional;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.Setting;

/** Whoever takes what a file holds, in its order. */
public interface XmlContent {

    /** Whom the file is for; empty if the element is there and holds no MAC address. */
    void mac(Optional<MacAddress> mac, XmlPlace place);

    /**
     * A config begins.
     *
     * @param version the attribute as it stands; without it, it is read as version 1
     */
    void config(Optional<String> version, XmlPlace place);

    /** From a config of version 1. */
    void setting(Setting setting, XmlPlace place);

    /** From a config of version 2. */
    void setting(AliasSetting setting, XmlPlace place);

    /** A comment inside a config, where templates describe the setting that follows. */
    void comment(String text, XmlPlace place);

    /**
     * Text or an element that sets nothing, for whoever keeps it; told as an oddity if nobody does.
     *
     * @param source as it stands in the file
     */
    default void passedOver(String source, String why, XmlPlace place) {
        oddity(why, place);
    }

    /**
     * Something that is no XML, but is read as it stands; only {@link XmlReader#readLeniently}
     * tells it, and before what holds it.
     */
    default void slip(String why, XmlPlace place) {
        oddity(why + ": read as it stands", place);
    }

    /** Something that is none of these and is passed over: where, and why in a sentence. */
    void oddity(String why, XmlPlace place);
}
