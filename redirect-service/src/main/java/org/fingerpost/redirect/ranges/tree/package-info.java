/**
 * The tree of ranges as it is written, for the rooms of ranges alone: the rows, how they move
 * about, and the news of each change, which goes out in the same transaction.
 *
 * <p>Owns the table {@code mac_range}, whose constraints hold the algebra (ranges nest or stand
 * apart, they never cross), and the state records {@code range/{id}}. Decides nothing.
 */
package org.fingerpost.redirect.ranges.tree;
