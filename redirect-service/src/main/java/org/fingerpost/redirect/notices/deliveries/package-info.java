/**
 * The way of notices to webhooks: in order, signed, tried again for three days, at least once.
 *
 * <p>Owns the table {@code delivery}. No transaction is open while a receiver is spoken to: a
 * delivery is picked in one, sent, and settled in another, and whoever dies in between has it sent
 * again under the same id.
 */
package org.fingerpost.redirect.notices.deliveries;
