/**
 * What devices' records said in the past, revision by revision; none ever changes, but for the key
 * that its secrets are sealed under.
 *
 * <p>Owns the table {@code device_revision}; {@code devices} writes it with each change.
 */
package org.fingerpost.config.devices.history;
