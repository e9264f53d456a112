package org.fingerpost.redirect.ranges.changes;

import org.fingerpost.redirect.ranges.Registration;

/**
 * A range as it now is.
 *
 * @param commit the number of the transaction that made it so
 */
public record Kept(Registration registration, long commit) {}
