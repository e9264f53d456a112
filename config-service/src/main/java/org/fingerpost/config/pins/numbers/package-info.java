/**
 * What a person reads from a slip and types: the PIN, and the number that belongs to it.
 *
 * <p>Whether a PIN is good is not known here.
 */
package org.fingerpost.config.pins.numbers;
