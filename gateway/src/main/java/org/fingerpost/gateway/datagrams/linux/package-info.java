/**
 * Linux's own calls for datagrams: epoll, and many packets with one call, in memory that is taken
 * once.
 *
 * <p>Numbers and layouts are those of the kernel's interface on x86-64 and arm64, which never
 * change; {@code Numbers} says whether this is such a machine.
 */
package org.fingerpost.gateway.datagrams.linux;
