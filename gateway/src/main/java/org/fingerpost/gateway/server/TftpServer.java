package org.fingerpost.gateway.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.fingerpost.gateway.upstream.Files;

/**
 * A read-only TFTP server.
 *
 * <p>Answers that come from a new port come from one of a few that all transfers share: a client is
 * told apart by its own address and port. That spares a socket for each transfer, and lets many
 * packets go out with one call.
 */
public final class TftpServer implements AutoCloseable {
    private final Transport transport = new Transport();
    private final Channel asked;

    /**
     * Listens from now on.
     *
     * @throws IllegalStateException if the port is taken, with a sentence
     */
    public TftpServer(TftpConfig config, Files files, MeterRegistry registry, LongSupplier nanos) {
        EventLoop loop = transport.group().next();
        Outgoing outgoing = new Outgoing(loop);
        TftpMeters meters = new TftpMeters(registry);
        Room room = new Room(config);
        Sessions sessions = new Sessions(loop, outgoing, room, meters, nanos);
        ReplyPorts ports = new ReplyPorts(new SecureRandom());
        Requests requests = new Requests(sessions, files, config.replyFrom(), ports);
        Incoming incoming =
                new Incoming(sessions, requests, outgoing, new Broadcasts(nanos), meters);
        try {
            ports.fill(() -> bind(transport.replying(), config.host(), 0, incoming));
            asked = bind(transport.asked(), config.host(), config.port(), incoming);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Channel bind(
            Bootstrap bootstrap, String host, int port, ChannelHandler handler) {
        var bound = bootstrap.handler(handler).bind(host, port).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(
                    "TFTP cannot listen at "
                            + host
                            + ", UDP port "
                            + port
                            + ": "
                            + bound.cause().getMessage());
        }
        return bound.channel();
    }

    public int port() {
        return ((InetSocketAddress) asked.localAddress()).getPort();
    }

    public boolean listens() {
        return asked.isOpen();
    }

    /** What is under way is cut off; a phone asks again. */
    @Override
    public void close() {
        transport.group().shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }
}
