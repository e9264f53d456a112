/**
 * What people decide about rollouts, over HTTP: a draft is made of a wish, approved, started,
 * paused, ended, rolled back. Says what may be, in words; changes nothing but by {@code rollouts}.
 */
package org.fingerpost.firmware.rollouts.steering;
