/**
 * Multicast plug and play: a phone that asks the LAN for its profile (SUBSCRIBE for {@code
 * ua-profile}, RFC 3261, 6080, 6665) is told a folder. Off unless it is switched on.
 *
 * <p>Whether and what is answered is decided without sockets and clocks; only {@code Responder} has
 * them. Nothing here knows whose a phone is, and the folder is the same for all.
 */
package org.fingerpost.gateway.plugandplay;
