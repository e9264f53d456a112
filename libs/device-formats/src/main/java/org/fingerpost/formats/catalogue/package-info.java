/**
 * The catalogue of P-values: what is known of each, what was searched for, and what is wrong with a
 * file of settings.
 *
 * <p>What a P-value takes is said in {@code definition}; files are read elsewhere.
 */
package org.fingerpost.formats.catalogue;
