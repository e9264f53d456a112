/**
 * The providers' keys as the control plane keeps them: wrapped under the master key, made on first
 * need.
 *
 * <p>Owns the table {@code provider_key} and the state records {@code
 * provider-key/{provider}/{id}}. What is done with a key is {@code secrets}; how one is changed is
 * {@code changes}.
 */
package org.fingerpost.config.keys;
