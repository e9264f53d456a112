/**
 * How long the command line takes to start, and to do something small: its launcher is run again
 * and again, and in turns with it a JVM that does nothing.
 *
 * <p>Runs what a person runs and knows nothing of what is in it.
 */
package org.fingerpost.bench.start;
