/**
 * Which phones have asked the redirect doors: for each its first and last contact and what came of
 * it, and the funnel of a range.
 *
 * <p>Owns the table {@code arrival}, which it fills from the sightings. Writes no state and decides
 * nothing; what a phone is told is decided in {@code routes}.
 */
package org.fingerpost.redirect.arrivals;
