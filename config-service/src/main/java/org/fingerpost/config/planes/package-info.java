/**
 * How the two planes of this service start: reads the master key, opens the replicas, makes the
 * doors wait for them, and tells how far they have come.
 *
 * <p>No decision about devices, secrets or phones lives here.
 */
package org.fingerpost.config.planes;
