package org.fingerpost.gateway.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The TFTP server. */
@ConfigMapping(prefix = "fingerpost.tftp")
public interface TftpConfig {
    @WithDefault("true")
    boolean enabled();

    /** On a machine with several addresses name the one that phones ask. */
    @WithDefault("127.0.0.1")
    String host();

    /** 0 for any free one. */
    @WithDefault("6969")
    int port();

    /**
     * From where answers come to a phone that has not said {@code grandstream_NAT = 1}: by RFC 1350
     * another port than the one it asked; behind a Kubernetes service or a strict NAT that one.
     */
    @WithDefault("new-port")
    ReplyFrom replyFrom();

    /** At once. */
    @WithDefault("10000")
    int transfers();

    /** Of those from one network; 0 for a quarter of all. */
    @WithDefault("0")
    int transfersOfANetwork();

    /**
     * Of those from one network (24 bits of an IPv4 address, 56 of an IPv6 address), how many may
     * be without a word from their client: it may not have asked at all.
     */
    @WithDefault("256")
    int unheardOfANetwork();

    /** RFC 2348; what fits into an Ethernet frame with room for a tunnel's header is 1428. */
    @WithDefault("1468")
    int blockSize();

    /** RFC 7440, in blocks. */
    @WithDefault("64")
    int windowSize();

    /** What all windows may take together; beyond it transfers go block by block. */
    @WithDefault("64M")
    MemorySize windows();

    /** What all small files that are being sent may take together; beyond it phones ask again. */
    @WithDefault("64M")
    MemorySize files();

    /** Who sends and receives. */
    @WithDefault("linux")
    Sockets sockets();

    enum Sockets {
        /** We, by Linux's own calls on x86-64 and arm64; where they cannot be made, Netty. */
        LINUX,
        NETTY
    }

    enum ReplyFrom {
        NEW_PORT,
        ASKED_PORT
    }
}
