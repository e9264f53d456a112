/**
 * Who runs what: the last that each provider's phone said of itself to any door.
 *
 * <p>Owns the table {@code phone}. It is what phones claim, a few seconds ago; nothing is concluded
 * from it here.
 */
package org.fingerpost.firmware.compliance;
