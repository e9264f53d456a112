package org.fingerpost.gateway.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.fingerpost.gateway.datagrams.Peers;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.Receiver;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketException;
import org.fingerpost.gateway.packets.PacketReader;

/** Reads what comes in on any of the ports, and hands it on. */
final class Incoming implements Receiver {
    private final Sessions sessions;
    private final Requests requests;
    private final Broadcasts broadcasts;
    private final TftpMeters meters;

    Incoming(Sessions sessions, Requests requests, Broadcasts broadcasts, TftpMeters meters) {
        this.sessions = sessions;
        this.requests = requests;
        this.broadcasts = broadcasts;
        this.meters = meters;
    }

    @Override
    public void receive(Port port, InetSocketAddress from, InetAddress to, ByteBuffer datagram) {
        Packet packet;
        try {
            packet = PacketReader.read(datagram);
        } catch (PacketException nonsense) {
            meters.garbled();
            return;
        }
        if (packet instanceof Packet.Request request) {
            if (!broadcasts.isOne(to)) {
                requests.receive(port, new Peers(to, from), request);
            }
        } else {
            sessions.receive(port, from, packet);
        }
    }
}
