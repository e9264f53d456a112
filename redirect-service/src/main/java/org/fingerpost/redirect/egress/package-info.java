/**
 * The way out: what may be spoken to when somebody else has chosen the address.
 *
 * <p>Providers name their own servers and receivers; this room resolves the name, refuses addresses
 * inside this installation's network, and speaks to the very address that it has checked. What is
 * said there, and why, lives with whoever says it.
 */
package org.fingerpost.redirect.egress;
