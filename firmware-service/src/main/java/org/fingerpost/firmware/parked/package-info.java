/**
 * Phones that are off a rollout's rule because of what they did, with the reason, until somebody
 * releases them.
 *
 * <p>Owns the table {@code parked} and its state records. Which phones are parked is concluded
 * elsewhere.
 */
package org.fingerpost.firmware.parked;
