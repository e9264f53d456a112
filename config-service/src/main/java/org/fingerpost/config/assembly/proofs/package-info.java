/**
 * By which rule a provider's phones are admitted, and the directory and the login that they are
 * told to prove themselves with.
 *
 * <p>Whether a request is admitted is decided by {@code phone}.
 */
package org.fingerpost.config.assembly.proofs;
