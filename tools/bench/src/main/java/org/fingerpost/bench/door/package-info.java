/**
 * The packaged redirect service as a door over HTTP, beside nginx with a static file of the same
 * size: the same load, the same core, in turns, in one run.
 *
 * <p>What the table of routes costs by itself is in {@code bench.routes}.
 */
package org.fingerpost.bench.door;
