package org.fingerpost.gateway.server;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/** The kernel's way to many datagrams: epoll where there is one, else NIO. */
final class Transport {
    /**
     * Clients send requests, acknowledgements and errors. Of what is longer so much is read that it
     * is still longer than the longest request that is looked at.
     */
    private static final int LONGEST_DATAGRAM = 1024 + 4;

    /** Read with one call, into memory that is taken anew for each: mostly one has come. */
    private static final int AT_ONCE = 8;

    /** Of 10,000 phones that boot together few are to be lost here. */
    private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;

    private static final int SEND_BUFFER = 1024 * 1024;

    private final boolean epoll = Epoll.isAvailable();
    private final EventLoopGroup group;

    Transport() {
        DefaultThreadFactory threads = new DefaultThreadFactory("tftp", true);
        this.group =
                epoll ? new EpollEventLoopGroup(1, threads) : new NioEventLoopGroup(1, threads);
    }

    EventLoopGroup group() {
        return group;
    }

    /** Where requests come in: the kernel tells of each to which address it was sent. */
    Bootstrap asked() {
        return epoll ? replying().option(EpollChannelOption.IP_RECVORIGDSTADDR, true) : replying();
    }

    Bootstrap replying() {
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(group)
                        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                        .option(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        if (!epoll) {
            return bootstrap
                    .channel(NioDatagramChannel.class)
                    .option(
                            ChannelOption.RCVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(LONGEST_DATAGRAM));
        }
        return bootstrap
                .channel(EpollDatagramChannel.class)
                .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, LONGEST_DATAGRAM)
                .option(
                        ChannelOption.RCVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(LONGEST_DATAGRAM * AT_ONCE));
    }
}
