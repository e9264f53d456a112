/**
 * Devices by the hundred thousand: lists that are worked on in chunks, with a verdict a row.
 *
 * <p>Decides nothing itself; the rules are those of {@code devices}. What a list looks like is in
 * {@code lists}, what is kept of it, and how it is sealed, in {@code jobs}.
 */
package org.fingerpost.config.imports;
