package org.fingerpost.redirect.phone;

import java.util.Locale;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.phone.AskedFile.Form;

/** Finds a config file's name between prefix and postfix; grammar in {@link AskedFile}. */
final class CarriedName {
    /** What a phone keeps of a prefix and of a postfix. */
    private static final int LONGEST_AFFIX = 32;

    private static final int WORD = 3;
    private static final String XML = ".xml";

    /** How many characters a MAC address takes: with five separators, with two, with none. */
    private static final int[] SPELLINGS = {17, 14, 12};

    private CarriedName() {}

    static Optional<AskedFile> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int at = 0; at <= Math.min(LONGEST_AFFIX, name.length() - WORD); at++) {
            boolean cfg = lower.startsWith("cfg", at);
            if (cfg || lower.startsWith("dev", at)) {
                Optional<AskedFile> own = own(lower, at, cfg);
                if (own.isPresent()) {
                    return own;
                }
            }
        }
        return generic(lower);
    }

    private static Optional<AskedFile> own(String name, int at, boolean cfg) {
        int from = at + WORD;
        for (int length : SPELLINGS) {
            int to = from + length;
            if (to <= name.length()) {
                Optional<MacAddress> mac = MacAddress.find(name.substring(from, to));
                if (mac.isPresent()) {
                    return own(mac.get(), at > 0, name.substring(to), cfg);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<AskedFile> own(
            MacAddress mac, boolean prefixed, String rest, boolean cfg) {
        String extension = extension(rest, cfg);
        if (rest.length() - extension.length() > LONGEST_AFFIX) {
            return Optional.empty();
        }
        // Those who ask for dev{mac}.cfg read XML.
        Form form = !cfg || extension.equals(XML) ? Form.XML : Form.BINARY;
        boolean carries = prefixed || rest.length() > extension.length();
        String name = (cfg ? "cfg" : "dev") + mac + extension;
        return Optional.of(new AskedFile(form, Optional.of(mac), "", carries, name));
    }

    private static String extension(String rest, boolean cfg) {
        if (!cfg) {
            return rest.startsWith(".cfg") ? ".cfg" : "";
        }
        if (rest.startsWith(XML) || rest.endsWith(XML)) {
            return XML;
        }
        return rest.startsWith(".bin") ? ".bin" : "";
    }

    /** {@code cfg.xml} or {@code cfg{model}.xml} with something around it. */
    private static Optional<AskedFile> generic(String name) {
        int cfg = name.indexOf("cfg");
        int xml = name.indexOf(XML, Math.max(0, cfg));
        boolean found =
                cfg >= 0
                        && cfg <= LONGEST_AFFIX
                        && xml >= 0
                        && name.length() - xml - XML.length() <= LONGEST_AFFIX;
        return found
                ? Optional.of(
                        new AskedFile(Form.GENERIC_XML, Optional.empty(), "", true, "cfg.xml"))
                : Optional.empty();
    }
}
