/**
 * What runs in this process: the TFTP server and its way to the doors, and plug and play, started
 * and stopped, and whether it is ready.
 *
 * <p>Nothing is decided here.
 */
package org.fingerpost.gateway.planes;
