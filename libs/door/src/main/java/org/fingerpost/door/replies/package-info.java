/**
 * How an answer becomes HTTP (conditions, ranges, HEAD) and gets onto the wire: without a copy
 * where the kernel can, in pieces over TLS, held to the rate of its lane.
 *
 * <p>For the doorway alone.
 */
package org.fingerpost.door.replies;
