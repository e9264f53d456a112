/**
 * How a phone that knows nothing learns in its LAN whom to ask: DHCP options 66 and 43, and
 * multicast plug and play. What it does there is the business of {@code phone}.
 */
package org.fingerpost.cli.lan;
