/**
 * What becomes of rollouts by themselves: waves open for phones that are there, within hours and
 * the blast radius; a rollout stops or is complete.
 *
 * <p>Whether limits are met is judged elsewhere; changes nothing but by {@code rollouts}.
 */
package org.fingerpost.firmware.rollouts.progress;
