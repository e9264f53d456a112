package org.fingerpost.redirect.egress;

import java.net.InetAddress;

/**
 * A block of addresses.
 *
 * <pre>
 * cidr = address "/" prefix        ; 10.0.0.0/8, 2001:db8::/32; never a name
 * </pre>
 *
 * @param prefix how many leading bits of an address must be those of {@code network}
 */
public record Cidr(InetAddress network, int prefix) {
    public Cidr {
        int bits = network.getAddress().length * Byte.SIZE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(
                    "/"
                            + prefix
                            + " is no prefix of "
                            + network.getHostAddress()
                            + ": 0 to "
                            + bits);
        }
    }

    /** Reads it as settings write it. Settings find this method by its name. */
    public static Cidr parse(CharSequence text) {
        String[] parts = text.toString().strip().split("/", -1);
        try {
            if (parts.length == 2) {
                return new Cidr(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException e) {
            // Told below, with the whole text.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no block of addresses: write it like 10.0.0.0/8");
    }

    /** IPv4 blocks hold no IPv6 addresses, nor the other way about. */
    boolean contains(InetAddress address) {
        byte[] here = network.getAddress();
        byte[] there = address.getAddress();
        if (here.length != there.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((here[bit / Byte.SIZE] & mask) != (there[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }
}
