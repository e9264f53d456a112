/**
 * What the phones that a rollout has let in did with its release, and what follows: which have
 * succeeded, which have failed and are parked, and whether the rollout goes on.
 *
 * <p>Owns the table {@code rollout_phone}. Times are those that doors told; up to when they count,
 * {@code doors} says. What the counts mean is decided in {@code waves}.
 */
package org.fingerpost.firmware.judging;
