/**
 * Where phones learn of their server in a LAN: lines for DHCP servers, and what a phone's DISCOVER
 * says of it.
 *
 * <p>Knows no DHCP server's protocol, only the words of their settings.
 */
package org.fingerpost.cli.dhcp;
