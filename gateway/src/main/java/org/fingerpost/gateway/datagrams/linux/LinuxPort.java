package org.fingerpost.gateway.datagrams.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.fingerpost.gateway.datagrams.Opening;
import org.fingerpost.gateway.datagrams.Peers;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.Receiver;

/** A socket of ours. */
final class LinuxPort implements Port {
    private record Held(Peers peers, byte[] packet) {}

    private final LinuxDatagrams owner;
    private final int socket;
    private final InetSocketAddress own;
    private final Opening opening;
    private final Receiver receiver;

    /** What waits for the kernel to have room, in the order in which it came. */
    private final Queue<Held> held = new ArrayDeque<>();

    LinuxPort(
            LinuxDatagrams owner,
            int socket,
            InetSocketAddress own,
            Opening opening,
            Receiver receiver) {
        this.owner = owner;
        this.socket = socket;
        this.own = own;
        this.opening = opening;
        this.receiver = receiver;
    }

    @Override
    public int number() {
        return own.getPort();
    }

    @Override
    public boolean isOpen() {
        return owner.runs();
    }

    @Override
    public void send(Peers peers, byte[] packet) {
        owner.outbox().add(this, peers, packet);
    }

    @Override
    public void send(Peers peers, int head, byte[] in, int from, int length) {
        owner.outbox().add(this, peers, head, in, from, length);
    }

    /** Whether there are packets for which the kernel had no room. */
    boolean holds() {
        return !held.isEmpty();
    }

    /** Until there is room; beyond that it is lost, as when a router has none. */
    void hold(Peers peers, byte[] packet) {
        if (held.isEmpty()) {
            owner.awaitRoom(this, true);
        }
        if (held.size() < Outbox.MOST_SLOTS) {
            held.add(new Held(peers, packet));
        }
    }

    /** There is room again. */
    void sendHeld() {
        owner.awaitRoom(this, false);
        List<Held> again = List.copyOf(held);
        held.clear();
        again.forEach(each -> send(each.peers, each.packet));
    }

    int family() {
        return Sockets.family(own.getAddress());
    }

    int socket() {
        return socket;
    }

    /** That it listens at. */
    InetAddress address() {
        return own.getAddress();
    }

    /** Whether it has all addresses of the machine. */
    boolean isEverywhere() {
        return own.getAddress().isAnyLocalAddress();
    }

    boolean tellsWhereTo() {
        return opening.tellsWhereTo();
    }

    Receiver receiver() {
        return receiver;
    }
}
