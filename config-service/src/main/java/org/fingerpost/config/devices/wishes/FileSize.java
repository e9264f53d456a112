package org.fingerpost.config.devices.wishes;

import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.problems.Problem;

/** Whether a device's settings fit into the files that phones read: asked when they come in. */
final class FileSize {
    /**
     * P237 and P212 with the device's own directory, which the door adds; escaped, at the longest.
     */
    private static final int OWN_DIRECTORY = 1_024;

    private FileSize() {}

    static void check(MacAddress mac, PValues settings) {
        int size;
        try {
            size = CfgBinary.encode(mac, settings).length;
        } catch (CfgFormatException e) {
            throw tooLarge(e.getMessage());
        }
        if (size > CfgBinary.MAX_BYTES - OWN_DIRECTORY) {
            throw tooLarge("it would have " + size + " bytes");
        }
    }

    private static Problem tooLarge(String why) {
        return Problem.invalid(
                        "no-such-file",
                        "the settings do not make a cfg file ("
                                + why
                                + "); it may have "
                                + (CfgBinary.MAX_BYTES - OWN_DIRECTORY)
                                + " bytes, escapes included")
                .with("field", "settings");
    }
}
