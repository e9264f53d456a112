package org.fingerpost.gateway.server;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The neighbourhood of an address, as far as one customer usually has one to himself. */
record Network(String prefix) {
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 7;

    static Network of(InetAddress address) {
        byte[] all = address.getAddress();
        byte[] first = Arrays.copyOf(all, all.length == 4 ? IPV4_BYTES : IPV6_BYTES);
        return new Network(HexFormat.of().formatHex(first));
    }
}
