/**
 * Where providers want their notices sent.
 *
 * <p>Owns the table {@code webhook}: address, sealed secret, and whose turn it is to speak to it.
 * What is sent, in which order and how long it is tried lives in {@code deliveries}.
 */
package org.fingerpost.redirect.notices.webhooks;
