/**
 * Lines for a provider's DHCP server, with its own directory in them.
 *
 * <p>Owns nothing: how lines are written lives in {@code formats.dhcp}, where phones fetch in
 * {@code assembly}.
 */
package org.fingerpost.config.dhcp;
