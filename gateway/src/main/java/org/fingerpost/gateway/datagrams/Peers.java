package org.fingerpost.gateway.datagrams;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Between whom packets go.
 *
 * @param own the address that the client has asked: at a port of all addresses answers come from
 *     there, as a client or a firewall that compares addresses expects it (RFC 1123, 4.1.3.5)
 */
public record Peers(InetAddress own, InetSocketAddress client) {}
