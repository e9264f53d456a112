/**
 * Ranges by the million: lists that are registered or approved in chunks, with a verdict a row.
 *
 * <p>Decides nothing itself; the rules are those of {@code ranges}. What a list looks like is in
 * {@code lists}, what is kept of it in {@code jobs}.
 */
package org.fingerpost.redirect.imports;
