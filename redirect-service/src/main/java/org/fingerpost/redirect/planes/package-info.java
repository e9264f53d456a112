/**
 * How the two planes of this service start: opens the replica, makes the doors wait for it, and
 * tells how far it has come.
 *
 * <p>No decision about ranges, providers or phones lives here.
 */
package org.fingerpost.redirect.planes;
