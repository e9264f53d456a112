package org.fingerpost.cli.storm.load;

import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.models.Phone;

/**
 * Who is in a storm: one phone after the other by MAC address, all of one model, and what they find
 * if all is well.
 *
 * @param firstMac the address of the first, as a number of 48 bits
 * @param redirect where phones ask out of the carton
 * @param sipServer what each phone's own file says in P47
 * @param firmwareSize in bytes
 */
public record Fleet(
        long firstMac, int phones, Address redirect, String sipServer, int firmwareSize) {
    public static final String MODEL = "GXP2160";
    private static final String VERSION = "1.0.11.39";

    public Mac mac(int number) {
        return new Mac("%012x".formatted(firstMac + number));
    }

    Phone phone(int number) {
        return Phone.of(mac(number), MODEL, VERSION);
    }
}
