package org.fingerpost.redirect.routes;

import java.util.Optional;

/**
 * A range that answers, as routing sees it.
 *
 * @param first the first MAC address, as a number of 48 bits
 * @param last the last one, inclusive
 * @param server where its phones are sent; nothing if they get what unknown ones get
 */
record Claim(long first, long last, Optional<TargetServer> server) {}
