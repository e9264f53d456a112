package org.fingerpost.config;

import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;

/** A provider whose phones are claimed, and one of them. */
abstract class ClaimDesk {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);

    final Customer acme = PlayedRedirect.customer();
    final String mac = mac();

    static String mac() {
        return String.format("000b8261%04x", COUNT.getAndIncrement());
    }
}
