package org.fingerpost.gateway.server;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketException;
import org.fingerpost.gateway.packets.PacketReader;
import org.jboss.logging.Logger;

/** Reads what comes in on any of the ports, and hands it on. */
@Sharable
final class Incoming extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger LOG = Logger.getLogger(Incoming.class);

    private final Sessions sessions;
    private final Requests requests;
    private final Outgoing outgoing;
    private final Broadcasts broadcasts;
    private final TftpMeters meters;

    Incoming(
            Sessions sessions,
            Requests requests,
            Outgoing outgoing,
            Broadcasts broadcasts,
            TftpMeters meters) {
        this.sessions = sessions;
        this.requests = requests;
        this.outgoing = outgoing;
        this.broadcasts = broadcasts;
        this.meters = meters;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
        Packet packet;
        try {
            packet = PacketReader.read(datagram.content().nioBuffer());
        } catch (PacketException nonsense) {
            meters.garbled();
            return;
        }
        if (packet instanceof Packet.Request request) {
            if (broadcasts.isOne(datagram.recipient().getAddress())) {
                return;
            }
            requests.receive(context.channel(), datagram.sender(), request);
        } else {
            sessions.receive(context.channel(), datagram.sender(), packet);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        outgoing.flushSoon();
    }

    /** A socket tells of unreachable clients too; the others go on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("A UDP socket failed", cause);
        } else {
            LOG.error("A packet was not dealt with", cause);
        }
    }
}
