package org.fingerpost.cli.batch.make;

import org.fingerpost.formats.mac.MacAddress;

/**
 * How files are called, by the manual's rule for P234 and P235: the prefix stands before the whole
 * name and the postfix after it, the extension included ({@code gs_cfg000b82000001_cfg003}).
 */
public record FileNames(String prefix, String postfix) {

    /**
     * @throws IllegalArgumentException with a sentence, if such a name would be no file's
     */
    public FileNames {
        if (!(prefix + postfix).matches("[A-Za-z0-9._~+=@-]*")) {
            throw new IllegalArgumentException(
                    "prefix and postfix may hold letters, digits and . _ ~ + = @ - only");
        }
    }

    String of(MacAddress mac, FileFormat format) {
        return prefix + "cfg" + mac + format.extension() + postfix;
    }
}
