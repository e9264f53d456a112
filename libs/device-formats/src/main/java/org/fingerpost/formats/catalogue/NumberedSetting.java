package org.fingerpost.formats.catalogue;

import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/** A setting and the line of the file where it stands, from one. */
public record NumberedSetting(int line, Setting setting) {

    public PValue p() {
        return setting.p();
    }

    public String value() {
        return setting.value();
    }
}
