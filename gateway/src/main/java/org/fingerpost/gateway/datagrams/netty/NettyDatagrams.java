package org.fingerpost.gateway.datagrams.netty;

import static org.fingerpost.gateway.datagrams.Opening.LONGEST_DATAGRAM;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import org.fingerpost.gateway.datagrams.Datagrams;
import org.fingerpost.gateway.datagrams.Opening;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.Receiver;

/** Ports that Netty reads and writes. */
public final class NettyDatagrams implements Datagrams {
    /** Read with one call, into memory that is taken anew for each: mostly one has come. */
    private static final int AT_ONCE = 8;

    private final boolean epoll = Epoll.isAvailable();
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Outgoing outgoing;

    public NettyDatagrams(String name) {
        DefaultThreadFactory threads = new DefaultThreadFactory(name, true);
        this.group =
                epoll ? new EpollEventLoopGroup(1, threads) : new NioEventLoopGroup(1, threads);
        this.loop = group.next();
        this.outgoing = new Outgoing(loop);
    }

    @Override
    public Port open(Opening opening, Receiver receiver) {
        NettyPort port = new NettyPort(outgoing, receiver);
        var bound =
                bootstrap(opening)
                        .handler(port)
                        .bind(opening.host(), opening.number())
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(bound.cause().getMessage(), bound.cause());
        }
        return port;
    }

    private Bootstrap bootstrap(Opening opening) {
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(group)
                        .option(ChannelOption.SO_RCVBUF, Opening.RECEIVE_BUFFER)
                        .option(ChannelOption.SO_SNDBUF, Opening.SEND_BUFFER);
        if (!epoll) {
            return bootstrap
                    .channel(NioDatagramChannel.class)
                    .option(
                            ChannelOption.RCVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(LONGEST_DATAGRAM));
        }
        return bootstrap
                .channel(EpollDatagramChannel.class)
                .option(EpollChannelOption.IP_RECVORIGDSTADDR, opening.tellsWhereTo())
                .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, LONGEST_DATAGRAM)
                .option(
                        ChannelOption.RCVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(LONGEST_DATAGRAM * AT_ONCE));
    }

    @Override
    public boolean onThread() {
        return loop.inEventLoop();
    }

    @Override
    public void execute(Runnable what) {
        loop.execute(() -> andSend(what));
    }

    @Override
    public void after(long millis, Runnable what) {
        loop.schedule(() -> andSend(what), millis, TimeUnit.MILLISECONDS);
    }

    private void andSend(Runnable what) {
        what.run();
        outgoing.flush();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }
}
