/**
 * The timeline of a phone: what every door has seen of it, for months, as far as a provider may
 * know it.
 *
 * <p>Owns the table {@code sighting} and its partitions, which it fills from the sightings. Writes
 * no state and decides nothing.
 */
package org.fingerpost.config.timeline;
