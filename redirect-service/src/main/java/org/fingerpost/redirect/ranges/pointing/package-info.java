/**
 * Ranges for callers who know of phones only: one phone is pointed at a target server, or given
 * back.
 *
 * <p>Such callers are the dialects. What lies around a phone decides what becomes of it; lists of
 * ranges are {@code imports}.
 */
package org.fingerpost.redirect.ranges.pointing;
