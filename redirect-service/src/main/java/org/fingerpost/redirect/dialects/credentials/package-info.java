/**
 * What a provider's program shows when it speaks another service's dialect: made, shown once,
 * exchanged, revoked, and recognized.
 *
 * <p>Owns the tables {@code dialect_credential} and {@code gaps_signature}. A credential admits to
 * its dialect and to nothing else; what is said in a dialect is read in rooms of their own.
 */
package org.fingerpost.redirect.dialects.credentials;
