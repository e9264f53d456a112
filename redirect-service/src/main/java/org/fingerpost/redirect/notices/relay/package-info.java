/**
 * Publishes notices to the topic {@code fingerpost.notices}, keyed by provider, in the order of
 * transaction ids, at least once.
 *
 * <p>Owns the table {@code notice_unpublished}. A sibling of the outbox's relay: that one tells
 * what is true now and is compacted, this one what has happened and ages.
 */
package org.fingerpost.redirect.notices.relay;
