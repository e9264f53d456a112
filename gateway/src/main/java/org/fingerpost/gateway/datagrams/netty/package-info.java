/** Netty's way to datagrams: epoll where its library knows the machine, else the JDK's NIO. */
package org.fingerpost.gateway.datagrams.netty;
