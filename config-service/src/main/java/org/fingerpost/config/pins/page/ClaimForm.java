package org.fingerpost.config.pins.page;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.pins.claiming.PhoneClaim;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.pins.numbers.Pin;
import org.fingerpost.formats.mac.MacAddress;

/** What a person has typed, as it came. */
record ClaimForm(String mac, String pin, String number, String model) {
    static final ClaimForm EMPTY = new ClaimForm("", "", "", "");

    enum Field {
        MAC,
        PIN,
        NUMBER,
        MODEL
    }

    /** What cannot be sent on, each with a sentence. It is no guess, and not counted. */
    Map<Field, String> slips() {
        Map<Field, String> slips = new EnumMap<>(Field.class);
        if (address().isEmpty()) {
            slips.put(
                    Field.MAC,
                    "This is not a MAC address. It has twelve characters, each 0 to 9 or A to F.");
        }
        if (!digits(pin).matches("[0-9]{6,10}")) {
            slips.put(Field.PIN, "A PIN has 6 to 10 digits and nothing else.");
        }
        if (!number.isBlank() && phoneNumber().isEmpty()) {
            slips.put(Field.NUMBER, "This is not a telephone number.");
        }
        return slips;
    }

    /** The claim that it is; there are no slips. */
    PhoneClaim claim(long provider, String address) {
        return new PhoneClaim(
                provider,
                address().orElseThrow(),
                phoneNumber(),
                Pin.typed(pin),
                Optional.of(model.strip()).filter(name -> !name.isEmpty()),
                new PhoneClaim.Origin.Page(address));
    }

    private Optional<MacAddress> address() {
        return MacAddress.find(tidy(mac))
                .filter(address -> !address.isZero() && !address.isMulticast());
    }

    private Optional<PhoneNumber> phoneNumber() {
        try {
            return number.isBlank() ? Optional.empty() : Optional.of(new PhoneNumber(number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** People put spaces between the pairs, and copy the word in front of it. */
    private static String tidy(String mac) {
        return mac.replaceFirst("(?i)^\\s*mac\\s*:?", "").replaceAll("[\\s\\u00a0]", "");
    }

    private static String digits(String pin) {
        return pin.replaceAll("[\\s\\u00a0-]", "");
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "ClaimForm[…]";
    }
}
