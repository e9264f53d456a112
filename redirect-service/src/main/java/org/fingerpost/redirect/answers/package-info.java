/**
 * A redirection as the bytes that a phone gets. They are made once for a target server and a class
 * of families; for a request the MAC address, the phone's own interval and the checksum are put in.
 *
 * <p>What a redirection says is decided in {@code routes}, who is answered in {@code phone}.
 */
package org.fingerpost.redirect.answers;
