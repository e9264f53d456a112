/**
 * How often claims may fail before nobody looks at them any more: counted by who calls, for which
 * phone, for which number, from which address, and for a provider as a whole.
 *
 * <p>Owns the table {@code claim_count}. Knows nothing of PINs: it is asked before one is looked
 * at.
 */
package org.fingerpost.config.pins.lockouts;
