/**
 * TFTP: the gateway beside the servers that people use, with the same files, the same client and in
 * turns.
 *
 * <p>Behind the gateway is a web server of this process in the place of the doors.
 */
package org.fingerpost.bench.tftp;
