/**
 * UDP ports that are read and written by one thread, so that whoever listens needs no lock.
 *
 * <p>Two ways lead to the kernel: {@code linux} by its own calls, {@code netty} everywhere. What
 * the packets mean is known to neither.
 */
package org.fingerpost.gateway.datagrams;
