/**
 * The files that phones fetch from their firmware directory and that are no firmware: phone books,
 * ring tones, languages.
 *
 * <p>Owns the table {@code companion} and its state records. They are a provider's, for all of its
 * phones, and as little a secret as firmware is.
 */
package org.fingerpost.firmware.companions;
