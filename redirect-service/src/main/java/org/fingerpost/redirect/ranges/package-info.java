/**
 * Which MAC addresses belong to whom, and where they are sent: registration, approval, release.
 *
 * <p>Owns the table {@code mac_range}, whose constraints hold the algebra (ranges nest or stand
 * apart, they never cross), and the state records {@code range/{id}}. Finding the route of one
 * phone is {@code routes}.
 */
package org.fingerpost.redirect.ranges;
