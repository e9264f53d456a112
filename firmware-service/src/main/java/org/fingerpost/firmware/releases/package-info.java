/**
 * Firmware releases: how their files come in, and when phones may have them.
 *
 * <p>Owns the tables {@code release} and {@code release_file} and the state records {@code
 * release/{id}}. The bytes are kept by {@code blobs}, archives read by {@code archives}, headers by
 * {@code images}; which release answers a phone is decided in {@code catalog}.
 */
package org.fingerpost.firmware.releases;
