/**
 * The files of one device, as bytes. Each device is answered for on its own, from any thread;
 * nothing is written to disk here.
 */
package org.fingerpost.cli.batch.make;
