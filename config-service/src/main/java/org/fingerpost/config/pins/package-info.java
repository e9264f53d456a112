/**
 * PINs in batches: made, shown once, counted, voided, and found again by what a person typed.
 *
 * <p>Owns the tables {@code pin_batch} and {@code pin}. What a right PIN leads to is {@code
 * claiming}'s affair, how often one may guess {@code lockouts}', and how a person is spoken to
 * {@code page}'s. Nothing of PINs is told to the doors: what they see is the device.
 */
package org.fingerpost.config.pins;
