/**
 * A sheet as somebody writes it: who writes, which sheets are theirs, and what cannot be a sheet.
 *
 * <p>Keeps nothing, and does not ask what publishing would mean: that is {@code sheets.reviews}.
 */
package org.fingerpost.config.sheets.drafts;
