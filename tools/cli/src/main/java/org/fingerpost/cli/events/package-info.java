/**
 * Reads what phones asked and got, from the topic of sightings.
 *
 * <p>Reads only; what a sighting says is drawn in {@code libs/contracts}. Printing is the
 * command's.
 */
package org.fingerpost.cli.events;
