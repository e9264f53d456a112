/**
 * A phone becomes its provider's device because somebody has the PIN.
 *
 * <p>The provider's telephone system calls {@code POST /api/v1/claims}; the page for people comes
 * to the same keeper. Writes no rows of its own: the PIN's and the device's keepers do, in one
 * transaction.
 */
package org.fingerpost.config.pins.claiming;
