/**
 * Which MAC addresses belong to whom, and where they are sent: the values that every room knows.
 *
 * <p>Ranges come by {@code registering}, for single phones by {@code pointing}; what becomes of
 * them is {@code changes}, and {@code searching} finds them. All these write or read the {@code
 * tree}. Finding the route of one phone is {@code routes}.
 */
package org.fingerpost.redirect.ranges;
