/**
 * Sheets and their names as values, sealed and opened, and the shelf on which they lie: what one
 * may ask for who wants to know what phones are told.
 *
 * <p>How sheets lie upon each other is {@code layers}; drafts and revisions are {@code sheets}.
 */
package org.fingerpost.config.layers.shelves;
