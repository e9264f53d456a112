package org.fingerpost.formats.xml;

import java.util.function.IntSupplier;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.Setting;

/** Whoever takes what a file holds, in its order. Lines are counted from 1, when asked for. */
public interface XmlContent {

    void mac(MacAddress mac);

    /** From a config of version 1. */
    void setting(Setting setting, IntSupplier line);

    /** From a config of version 2. */
    void setting(AliasSetting setting, IntSupplier line);

    /** A comment inside a config, where templates describe the setting that follows. */
    void comment(String text, IntSupplier line);

    /** Something that is none of these and is passed over: where, and why in a sentence. */
    void oddity(String why, IntSupplier line);
}
