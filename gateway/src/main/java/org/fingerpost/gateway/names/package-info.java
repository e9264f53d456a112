/**
 * What a name that is asked for by TFTP means: which door has it, and under which path; and what a
 * phone says of itself in its options.
 *
 * <p>Names of phones' files are read by {@code device-formats}. Nobody is asked here.
 */
package org.fingerpost.gateway.names;
