/**
 * Packets thrown at the port of the gateway's TFTP server, and what must hold meanwhile and
 * afterwards. By one seed the same packets are made; how they meet the server's threads is chance.
 *
 * <p>The wire is spelled here without the gateway's own reader and writer. Needs addresses of 127/8
 * as Linux has them.
 */
package org.fingerpost.fuzz.port;
