/**
 * What providers offer their phones as firmware, as the firmware service's state tells it.
 *
 * <p>Kept in memory for the doors and for whoever asks why; decides nothing, and knows neither
 * files nor releases but by their numbers.
 */
package org.fingerpost.config.offers;
