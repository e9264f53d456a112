/**
 * Reads the archives in which makers publish firmware, on the assumption that each of them was made
 * to do harm.
 *
 * <p>Knows nothing of releases, and keeps nothing: the bytes go to whoever asks.
 */
package org.fingerpost.firmware.archives;
