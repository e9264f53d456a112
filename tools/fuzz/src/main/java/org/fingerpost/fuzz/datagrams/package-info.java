/**
 * Targets that read single datagrams.
 *
 * <p>What they hold lives with each; how it is held, in {@code claim}.
 */
package org.fingerpost.fuzz.datagrams;
