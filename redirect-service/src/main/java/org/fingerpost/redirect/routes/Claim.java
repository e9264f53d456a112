package org.fingerpost.redirect.routes;

/**
 * An active range as routing sees it.
 *
 * @param first the first MAC address, as a number of 48 bits
 * @param last the last one, inclusive
 */
record Claim(long first, long last, TargetServer server) {}
