/**
 * The single looks of a probe: a connection, a TLS handshake, a file over HTTP or TFTP.
 *
 * <p>Each is bounded in time and bytes, speaks to an address that was checked, and says what it saw
 * in our own words. What a peer said is quoted only where it is a word of a protocol, cut short.
 */
package org.fingerpost.redirect.probes.looks;
