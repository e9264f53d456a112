/**
 * Rollouts: which release goes to which of a provider's phones, in which waves, and who has said
 * so.
 *
 * <p>Owns the tables {@code rollout} and {@code rollout_wave} and the state record that carries the
 * rule. What phones did is counted elsewhere; this room opens, pauses and ends.
 */
package org.fingerpost.firmware.rollouts;
