package org.fingerpost.redirect.dialects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.pointing.Phones;

/**
 * The phones that a call names.
 *
 * @param phones each once, with its spelling in the call
 * @param wrong what is no phone's address, shortened to what one could be
 */
public record MacList(Map<MacAddress, String> phones, List<String> wrong) {
    /** As many as the keeper takes at once. */
    public static final int MOST = Phones.MOST;

    private static final int LONGEST = 32;

    /** Spaces may stand between the pairs of digits, as in these dialects' own manuals. */
    public static MacList of(List<String> texts) {
        Map<MacAddress, String> phones = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String text : texts) {
            Optional<MacAddress> phone =
                    MacAddress.find(text.strip().replace(' ', ':'))
                            .filter(mac -> !mac.isZero() && !mac.isMulticast());
            phone.ifPresentOrElse(
                    mac -> phones.putIfAbsent(mac, text.strip()),
                    () -> wrong.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        }
        return new MacList(phones, wrong);
    }
}
