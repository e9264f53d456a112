package org.fingerpost.gateway.datagrams.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.fingerpost.gateway.datagrams.Peers;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.Receiver;
import org.jboss.logging.Logger;

/** Reads what comes in on a channel, and hands it on. */
final class NettyPort extends SimpleChannelInboundHandler<DatagramPacket> implements Port {
    private static final Logger LOG = Logger.getLogger(NettyPort.class);

    private final Outgoing outgoing;
    private final Receiver receiver;
    private volatile Channel channel;

    NettyPort(Outgoing outgoing, Receiver receiver) {
        this.outgoing = outgoing;
        this.receiver = receiver;
    }

    @Override
    public void channelRegistered(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public int number() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void send(Peers peers, byte[] packet) {
        send(peers.client(), Unpooled.wrappedBuffer(packet));
    }

    @Override
    public void send(Peers peers, int head, byte[] in, int from, int length) {
        ByteBuf packet = channel.alloc().ioBuffer(HEAD_BYTES + length);
        send(peers.client(), packet.writeInt(head).writeBytes(in, from, length));
    }

    private void send(InetSocketAddress to, ByteBuf packet) {
        DatagramPacket datagram = new DatagramPacket(packet, to);
        channel.write(datagram, channel.voidPromise());
        outgoing.written(channel);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
        receiver.receive(
                this,
                datagram.sender(),
                datagram.recipient().getAddress(),
                datagram.content().nioBuffer());
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
