/**
 * Firmware releases: what is kept of them, and when phones may have them. How they come in is
 * {@code releases.intake}'s.
 *
 * <p>Owns the tables {@code release} and {@code release_file} and the state records {@code
 * release/{id}}. The bytes are kept by {@code blobs}; which release answers a phone is decided in
 * {@code catalog}.
 */
package org.fingerpost.firmware.releases;
