package org.fingerpost.cli.models;

import java.util.Locale;
import java.util.regex.Pattern;
import org.fingerpost.cli.files.Mac;

/**
 * Which phone is played.
 *
 * @param model as the phone announces it: GXP2160
 * @param version of the firmware it runs: 1.0.11.39
 * @param firmwareFile basic name of its firmware file
 */
public record Phone(
        Mac mac, String model, String version, String firmwareFile, RequestOrder order) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The generation before HTTP was spoken of there. */
    private static final Pattern HOST_IN_66 =
            Pattern.compile(
                    "BT\\d+.*|GXP(28[05]|1200|20[012]0)|HT(28[67]|386|48\\d|496)|GXV300\\d");

    public Phone {
        refuseUnlessName(model, "model");
        refuseUnlessName(version, "firmware version");
        refuseUnlessName(firmwareFile, "firmware file");
    }

    /** A phone that behaves as its family does. */
    public static Phone of(Mac mac, String model, String version) {
        return new Phone(mac, model, version, firmwareFileOf(model), Family.of(model).order());
    }

    public Phone asking(RequestOrder other) {
        return new Phone(mac, model, version, firmwareFile, other);
    }

    public Phone fetchingFirmware(String file) {
        return new Phone(mac, model, version, file, order);
    }

    public Family family() {
        return Family.of(model);
    }

    /** Whether it knows a URL in DHCP option 66 from the name of a TFTP server. */
    public boolean takesUrlIn66() {
        return !HOST_IN_66.matcher(model.toUpperCase(Locale.ROOT)).matches();
    }

    public String userAgent() {
        return "Grandstream Model HW %s SW %s DevId %s".formatted(model, version, mac);
    }

    private static String firmwareFileOf(String model) {
        var name = model.toLowerCase(Locale.ROOT);
        // HT801V2 and HT802V2 share one image.
        return (name.matches("ht80\\dv2") ? "ht80xv2" : name) + "fw.bin";
    }

    private static void refuseUnlessName(String text, String what) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a " + what + " is letters, digits, dots, dashes and underscores, 64 at most");
        }
    }
}
