/**
 * Rollouts: which release goes to which of a provider's phones, in which waves, and who has said
 * so. What is kept of them, and what doors are told.
 *
 * <p>Owns the tables {@code rollout} and {@code rollout_wave} and the state record that carries the
 * rule. What people decide is in {@code steering}, what follows by itself in {@code progress}.
 */
package org.fingerpost.firmware.rollouts;
