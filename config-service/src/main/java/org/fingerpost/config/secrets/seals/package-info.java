/**
 * What is sealed, as it is kept and told: nonce and ciphertext, and the place that they are bound
 * to.
 *
 * <p>Holds no key and opens nothing: that is {@code secrets}.
 */
package org.fingerpost.config.secrets.seals;
