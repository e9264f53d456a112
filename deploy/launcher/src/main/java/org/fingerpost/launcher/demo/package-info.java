/**
 * A first day played on a running deployment: what {@code deploy/demo} registers, sends and shows.
 *
 * <p>Uses only what any provider could: the APIs over HTTP and the command line.
 */
package org.fingerpost.launcher.demo;
