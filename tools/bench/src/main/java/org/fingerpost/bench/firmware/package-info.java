/**
 * A firmware door beside nginx: one large file for one phone, for some, and for a thousand of which
 * some are slow, plain and over TLS; and what that costs in memory.
 */
package org.fingerpost.bench.firmware;
