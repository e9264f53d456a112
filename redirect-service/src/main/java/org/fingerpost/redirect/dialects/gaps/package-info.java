/**
 * The dialect of Grandstream's GAPS: JSON over HTTP, signed with HMAC-SHA1.
 *
 * <p>Reads a call, looks who signed it and when, and says what came of it. What becomes of the
 * phones is decided by {@code ranges.Phones}.
 */
package org.fingerpost.redirect.dialects.gaps;
