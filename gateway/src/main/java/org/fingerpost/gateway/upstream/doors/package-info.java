/**
 * The way to the three doors: HTTP, with connections that are kept, and what can come back.
 *
 * <p>What is done with an answer is decided above.
 */
package org.fingerpost.gateway.upstream.doors;
