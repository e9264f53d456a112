/**
 * How the two planes of this service start: opens the replicas and the blobs, makes the doors wait
 * for them, and tells how far they have come.
 *
 * <p>No decision about releases, files or phones lives here.
 */
package org.fingerpost.firmware.planes;
