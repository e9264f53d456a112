package org.fingerpost.redirect.egress;

import java.net.InetAddress;
import java.util.List;

/** What came of asking whether a host may be spoken to. */
public sealed interface Destination {
    /** It may be, at these addresses and no others; the name is not to be resolved again. */
    record Open(String host, int port, List<InetAddress> addresses) implements Destination {}

    /**
     * It may not be; {@code reason} is a sentence. It does not name the address: our resolver may
     * know names that are not for providers.
     */
    record Closed(String reason) implements Destination {}

    /** The name has no address. */
    record Unknown(String reason) implements Destination {}
}
