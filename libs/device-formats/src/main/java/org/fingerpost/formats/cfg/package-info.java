/**
 * The older of the two config files: a binary header and one line of P-values.
 *
 * <p>The vendor's encryption of it is recognised, never undone; why, says docs/formats.
 */
package org.fingerpost.formats.cfg;
