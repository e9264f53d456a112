package org.fingerpost.formats.request;

import java.util.Locale;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A config file's name with a prefix or postfix (P234, P235) around it, or one that only some
 * families ask for.
 *
 * <pre>
 * name    = [ prefix ] ( own / generic ) [ postfix ]
 * own     = "cfg" mac [ ".bin" / ".xml" ] / "dev" mac ".cfg"
 * generic = "cfg" [ model ] ".xml"
 * </pre>
 *
 * <p>Letters in any case, the MAC address in any spelling. Where a postfix lands in a name with an
 * extension is not known, so it may stand on either side of {@code .xml}.
 *
 * @param kind what the phone can read
 * @param mac that of the name; empty if it is generic
 * @param prefix in lower case, as all of it
 * @param name without prefix and postfix, in one spelling
 */
public record CarriedName(
        Kind kind, Optional<MacAddress> mac, String prefix, String postfix, String name) {
    /** The form in which a phone that asks so reads its settings. */
    public enum Kind {
        BINARY,
        XML,
        GENERIC_XML
    }

    /** What a phone keeps of a prefix and of a postfix. */
    private static final int LONGEST_AFFIX = 32;

    private static final int WORD = 3;
    private static final String XML = ".xml";

    /** How many characters a MAC address takes: with five separators, with two, with none. */
    private static final int[] SPELLINGS = {17, 14, 12};

    /**
     * The config file that is asked for; nothing if the name holds none.
     *
     * @param given a file's name, decoded
     */
    public static Optional<CarriedName> find(String given) {
        String name = given.toLowerCase(Locale.ROOT);
        for (int at = 0; at <= Math.min(LONGEST_AFFIX, name.length() - WORD); at++) {
            boolean cfg = name.startsWith("cfg", at);
            if (cfg || name.startsWith("dev", at)) {
                Optional<CarriedName> own = own(name, at, cfg);
                if (own.isPresent()) {
                    return own;
                }
            }
        }
        return generic(name);
    }

    /** Whether there is anything around the name. */
    public boolean carries() {
        return !prefix.isEmpty() || !postfix.isEmpty();
    }

    private static Optional<CarriedName> own(String name, int at, boolean cfg) {
        int from = at + WORD;
        for (int length : SPELLINGS) {
            int to = from + length;
            if (to <= name.length()) {
                Optional<MacAddress> mac = MacAddress.find(name.substring(from, to));
                if (mac.isPresent()) {
                    return own(mac.get(), name.substring(0, at), name.substring(to), cfg);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<CarriedName> own(
            MacAddress mac, String prefix, String rest, boolean cfg) {
        String extension = extension(rest, cfg);
        String postfix =
                rest.startsWith(extension)
                        ? rest.substring(extension.length())
                        : rest.substring(0, rest.length() - extension.length());
        if (postfix.length() > LONGEST_AFFIX) {
            return Optional.empty();
        }
        // Those who ask for dev{mac}.cfg read XML.
        Kind kind = !cfg || extension.equals(XML) ? Kind.XML : Kind.BINARY;
        String name = (cfg ? "cfg" : "dev") + mac + extension;
        return Optional.of(new CarriedName(kind, Optional.of(mac), prefix, postfix, name));
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
    private static Optional<CarriedName> generic(String name) {
        int cfg = name.indexOf("cfg");
        int xml = name.indexOf(XML, Math.max(0, cfg));
        boolean found =
                cfg >= 0
                        && cfg <= LONGEST_AFFIX
                        && xml >= 0
                        && name.length() - xml - XML.length() <= LONGEST_AFFIX;
        return found
                ? Optional.of(
                        new CarriedName(
                                Kind.GENERIC_XML,
                                Optional.empty(),
                                name.substring(0, cfg),
                                name.substring(xml + XML.length()),
                                "cfg.xml"))
                : Optional.empty();
    }
}
