/**
 * Large files that come in over bad lines: in pieces, each continuing where the last one ended.
 *
 * <p>Owns the table {@code upload}; the bytes lie among the unfinished of {@code blobs}. What
 * becomes of a finished upload is decided in {@code releases}.
 */
package org.fingerpost.firmware.uploads;
