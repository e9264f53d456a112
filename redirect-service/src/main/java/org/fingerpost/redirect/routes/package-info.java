/**
 * What has been decided: for every MAC address the target server it is sent to, as immutable
 * values.
 *
 * <p>Built from the state records of the rooms {@code targets} and {@code ranges} as they come back
 * through the replica; knows no database, no Kafka and no HTTP. {@link
 * org.fingerpost.redirect.routes.Redirection} says a route in P-values.
 */
package org.fingerpost.redirect.routes;
