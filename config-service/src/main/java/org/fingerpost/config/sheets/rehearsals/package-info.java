/**
 * Many wished steps played through on paper, each on top of those before it, and the refusal of
 * what would leave a phone without its file.
 *
 * <p>Keeps nothing. What one step means is {@code sheets.reviews}.
 */
package org.fingerpost.config.sheets.rehearsals;
