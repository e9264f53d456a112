/**
 * Finds ranges: pages and whole lists of them for people, and for other rooms those around a phone.
 *
 * <p>Reads the table {@code mac_range} and writes nothing. What answers a phone is {@code routes}.
 */
package org.fingerpost.redirect.ranges.searching;
