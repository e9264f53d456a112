/**
 * Where providers want their phones sent.
 *
 * <p>Owns the table {@code target_server} and the state records {@code target/{id}}. How an address
 * is told to a phone is decided in {@code routes}.
 */
package org.fingerpost.redirect.targets;
