/**
 * Where each provider's phones lie, as redirect's state tells it.
 *
 * <p>Only whether an address is one of a provider's, and how many there are; which range is
 * innermost, and where it leads, is redirect's.
 */
package org.fingerpost.firmware.ranges;
