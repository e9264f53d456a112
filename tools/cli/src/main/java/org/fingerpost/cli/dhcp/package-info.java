/**
 * Lines for DHCP servers on the command line, and what a phone's DISCOVER says of it.
 *
 * <p>The lines themselves are made by {@code formats.dhcp}.
 */
package org.fingerpost.cli.dhcp;
