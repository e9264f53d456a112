/**
 * TFTP on a UDP port: who asks, whether there is room, which port answers, and whose packet is
 * whose. All of it on one event loop, so that nothing here needs a lock.
 *
 * <p>What a transfer does lives in {@code transfer}, where files come from in {@code upstream}.
 */
package org.fingerpost.gateway.server;
