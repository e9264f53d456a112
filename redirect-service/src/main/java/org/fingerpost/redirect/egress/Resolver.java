package org.fingerpost.redirect.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host: a name, or an address in its usual spelling. */
public interface Resolver {
    /**
     * All of them, in the order in which they should be tried.
     *
     * @throws UnknownHostException if there is none, or nobody answers in time
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
