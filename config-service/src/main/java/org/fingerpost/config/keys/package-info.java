/**
 * The providers' keys as the control plane keeps them: wrapped under the master key, made on first
 * need, changed when somebody asks for it.
 *
 * <p>Owns the tables {@code provider_key} and {@code key_walk} and the state records {@code
 * provider-key/{provider}/{id}}. What is done with a key is {@code secrets}; which values are
 * sealed under one know the rooms that keep them ({@link org.fingerpost.config.keys.SealedRoom}).
 */
package org.fingerpost.config.keys;
