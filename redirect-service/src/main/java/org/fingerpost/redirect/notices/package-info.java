/**
 * What providers are told: notices, kept for good in the transaction of the decision they tell.
 *
 * <p>Owns the table {@code notice}. Knows no other room: those who decide call {@link
 * org.fingerpost.redirect.notices.Notices#tell}. The ways out are {@code webhooks} and, to Kafka,
 * {@code relay}; both hear of a notice by a CDI event within its transaction.
 */
package org.fingerpost.redirect.notices;
