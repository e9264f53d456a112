/**
 * Registers ranges, singly and by the thousand, and says why one cannot be had.
 *
 * <p>What is asked here makes answers clear: who may ask, what stands around a wish. Whether a
 * range may stand is decided by the constraints on the table. What becomes of it later is {@code
 * changes}.
 */
package org.fingerpost.redirect.ranges.registering;
