/**
 * What becomes of a range that is there: approved, opened, rejected, blocked, cut in two, given
 * back, handed to another provider.
 *
 * <p>Each verb is one transaction, in which the rows, the audit and the outbox agree. Offers of a
 * handover are {@code transfers}.
 */
package org.fingerpost.redirect.ranges.changes;
