/**
 * Lines for DHCP servers that tell phones where to go: options 66 and 43 in the words of each
 * server's settings.
 *
 * <p>Knows no DHCP server's protocol, and neither whose phones they are nor where anything runs.
 */
package org.fingerpost.formats.dhcp;
