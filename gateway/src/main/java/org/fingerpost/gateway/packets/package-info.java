/**
 * The datagrams of TFTP as values: read with limits, written in one way (RFC 1350, RFC 2347).
 *
 * <p>What a packet leads to is decided elsewhere; nothing here knows of sockets or files.
 */
package org.fingerpost.gateway.packets;
