package org.fingerpost.config.pins.claiming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.pins.lockouts.Counted;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.pins.numbers.Pin;
import org.fingerpost.formats.mac.MacAddress;

/**
 * Somebody wants a phone to be set up, and has typed a PIN.
 *
 * @param number the telephone number that was given with it
 * @param model as the maker writes it, if it is known
 */
public record PhoneClaim(
        long provider,
        MacAddress mac,
        Optional<PhoneNumber> number,
        Pin pin,
        Optional<String> model,
        Origin origin) {

    public PhoneClaim {
        if (mac.isZero() || mac.isMulticast()) {
            throw new IllegalArgumentException("no phone has a zero or multicast address: " + mac);
        }
    }

    /** How it came here. */
    public sealed interface Origin {
        /** By the provider's own telephone system, which says who is calling. */
        record Call(String caller) implements Origin {}

        /** By the provider's page. */
        record Page(String address) implements Origin {}
    }

    /** What it is counted by, should it fail. */
    List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        counted.add(new Counted(Counted.Kind.MAC, mac.toString()));
        number.ifPresent(given -> counted.add(new Counted(Counted.Kind.NUMBER, given.digits())));
        switch (origin) {
            case Origin.Call(String caller) -> {
                counted.add(Counted.all(Counted.Kind.CALLS));
                counted.add(new Counted(Counted.Kind.CALLER, caller));
            }
            case Origin.Page(String address) -> {
                counted.add(Counted.all(Counted.Kind.PAGE));
                counted.add(new Counted(Counted.Kind.ADDRESS, address));
            }
        }
        return counted;
    }
}
