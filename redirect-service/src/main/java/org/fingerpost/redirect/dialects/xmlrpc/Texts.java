package org.fingerpost.redirect.dialects.xmlrpc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.dialects.MacList;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodAnswer.Said;
import org.fingerpost.redirect.ranges.Assignment;

/**
 * The texts that programs look for, letter by letter. Where the vendors' are not known they are our
 * own, in their manner; {@code docs/dialects.md} tells which.
 */
final class Texts {
    static final Said OK = new Said(true, "OK");
    static final Said INVALID_MAC = new Said(false, "Error:Invalid MAC");
    static final Said INVALID_SERVER = new Said(false, "Error:Invalid server");
    static final Said INVALID_SERVER_NAME = new Said(false, "Error:Invalid server name");
    static final Said EXISTING_SERVER = new Said(false, "Error:Existing server name");
    static final Said INVALID_SCHEME =
            new Said(
                    false,
                    "Error:The url can only begin with 'http://' or 'https://' or 'ftp://' or"
                            + " 'tftp://'");
    static final Said TOO_MANY =
            new Said(false, "Error:Too many MAC(s):" + MacList.MOST + " at the most");

    private Texts() {}

    static Said error(String why) {
        return new Said(false, "Error:" + why);
    }

    static Said invalid(Collection<String> macs) {
        return error("Invalid MAC(s):" + String.join(",", macs));
    }

    static Said existing(Collection<String> macs) {
        return error("Existing MAC(s):" + String.join(",", macs));
    }

    /** The sentence says what is wrong with it. */
    static Said invalidUrl(RuntimeException why) {
        return error("Invalid url:" + why.getMessage());
    }

    /**
     * Of several reasons the first that the caller can do something about.
     *
     * @param macs for the spelling
     */
    static Said refused(Map<MacAddress, Assignment> why, MacList macs) {
        List<String> invalid =
                spelled(why, macs, outcome -> outcome instanceof Assignment.UnknownOui);
        if (!invalid.isEmpty()) {
            return invalid(invalid);
        }
        List<String> existing =
                spelled(why, macs, outcome -> outcome instanceof Assignment.ClashesWithOwn);
        if (!existing.isEmpty()) {
            return existing(existing);
        }
        List<String> tested =
                spelled(why, macs, outcome -> outcome instanceof Assignment.InsidePilot);
        if (!tested.isEmpty()) {
            return error("In a pilot MAC(s):" + String.join(",", tested));
        }
        boolean noServer =
                why.values().stream().anyMatch(Assignment.NoSuchTargetServer.class::isInstance);
        return noServer ? INVALID_SERVER : elsewhere(why.keySet());
    }

    /** A program knows this by the address that follows the colon at once, in small letters. */
    private static Said elsewhere(Collection<MacAddress> phones) {
        return error(
                phones.stream().map(MacAddress::toString).collect(Collectors.joining(","))
                        + " registered elsewhere");
    }

    private static List<String> spelled(
            Map<MacAddress, Assignment> why, MacList macs, Predicate<Assignment> which) {
        return why.entrySet().stream()
                .filter(phone -> which.test(phone.getValue()))
                .map(phone -> macs.phones().get(phone.getKey()))
                .toList();
    }
}
