/**
 * The command line behind {@code deploy/up}, {@code deploy/down} and {@code deploy/status}: words
 * in, tables and exit codes out.
 *
 * <p>Decides nothing about processes: that is {@code deployment}.
 */
package org.fingerpost.launcher;
