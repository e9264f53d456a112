package org.fingerpost.cli.storm.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import java.util.Optional;
import org.fingerpost.cli.address.Address;

/** A phone's connection to one server. All on one event loop. */
final class Line {
    private static final int CONNECT_MILLIS = 10_000;

    /** No file of a storm comes near it. */
    private static final int MOST_BYTES = 1 << 20;

    /** What a line has to tell its phone. */
    interface Ear {
        void answered(FullHttpResponse response);

        /** Nothing more comes by this line. */
        void broken(String why);
    }

    private final Address origin;
    private final Channel channel;
    private boolean hungUp;

    private Line(Address origin, Channel channel) {
        this.origin = origin;
        this.channel = channel;
    }

    static Line open(
            EventLoop loop, int phone, Address to, Optional<SslContext> tls, Line.Ear ear) {
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel made) {
                                        tls.ifPresent(context ->
                                                made.pipeline()
                                                        .addLast(
                                                                context.newHandler(
                                                                        made.alloc(),
                                                                        to.host(),
                                                                        to.port())));
                                        made.pipeline()
                                                .addLast(
                                                        new HttpClientCodec(),
                                                        new HttpObjectAggregator(MOST_BYTES),
                                                        new Inbound(ear));
                                    }
                                });
        return Origin.of(to)
                .map(target -> {
                    ChannelFuture connecting =
                            Origin.sourceOf(phone, target)
                                    .map(source -> bootstrap.connect(target, source))
                                    .orElseGet(() -> bootstrap.connect(target));
                    connecting.addListener(done -> {
                        if (!done.isSuccess()) {
                            ear.broken("no connection");
                        }
                    });
                    return new Line(to, connecting.channel());
                })
                .orElseThrow(() -> new IllegalArgumentException("no such host: " + to.host()));
    }

    boolean leadsTo(Address address) {
        return !hungUp && channel.isActive() && origin.sameServer(address);
    }

    /** Sends it as soon as the line stands. */
    void ask(Address file, String userAgent) {
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.GET,
                        file.path().isEmpty() ? "/" : file.path());
        request.headers()
                .set(HttpHeaderNames.HOST, file.authority())
                .set(HttpHeaderNames.USER_AGENT, userAgent);
        if (channel.isActive()) {
            channel.writeAndFlush(request);
        } else {
            // Without one it has failed already, which its phone is told.
            Optional.ofNullable(channel.pipeline().get(Inbound.class))
                    .ifPresent(inbound -> inbound.whenStanding(request));
        }
    }

    void hangUp() {
        hungUp = true;
        channel.close();
    }

    private static final class Inbound extends SimpleChannelInboundHandler<FullHttpResponse> {
        private final Ear ear;
        private Optional<DefaultFullHttpRequest> first = Optional.empty();

        Inbound(Ear ear) {
            this.ear = ear;
        }

        void whenStanding(DefaultFullHttpRequest request) {
            first = Optional.of(request);
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            first.ifPresent(context::writeAndFlush);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            if (!HttpUtil.isKeepAlive(response)) {
                context.close();
            }
            ear.answered(response);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            ear.broken("hung up");
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
