package org.fingerpost.redirect.arrivals;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the phones of a range have come.
 *
 * @param contacted have asked a redirect door at least once
 * @param redirected have been told where they belong, by this range's provider
 */
public record Funnel(long contacted, long redirected, Optional<Instant> lastContact) {}
