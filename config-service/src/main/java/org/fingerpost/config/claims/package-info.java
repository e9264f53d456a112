/**
 * Whose a MAC address is and where redirect sends it, as redirect's state topic tells it.
 *
 * <p>Registering ranges is the redirect service's; this service only follows. No database, no
 * Kafka, no HTTP.
 */
package org.fingerpost.config.claims;
