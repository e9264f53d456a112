/**
 * Which doors there are, and up to which time everything that they saw has been read here.
 *
 * <p>Owns the table {@code door_heard}. What follows from a door's silence is concluded elsewhere.
 */
package org.fingerpost.firmware.doors;
