package org.fingerpost.gateway.datagrams.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.fingerpost.gateway.datagrams.Opening;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.Receiver;

/** A socket of ours. */
final class LinuxPort implements Port {
    private final LinuxDatagrams owner;
    private final int socket;
    private final InetSocketAddress own;
    private final Opening opening;
    private final Receiver receiver;
    private final Outbox outbox;

    /** Whether it is among those that are to send at the end of this round. */
    private boolean due;

    /** Whether it waits for the kernel to have room. */
    private boolean waits;

    LinuxPort(
            LinuxDatagrams owner,
            int socket,
            InetSocketAddress own,
            Opening opening,
            Receiver receiver,
            Outbox outbox) {
        this.owner = owner;
        this.socket = socket;
        this.own = own;
        this.opening = opening;
        this.receiver = receiver;
        this.outbox = outbox;
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
    public void send(InetSocketAddress to, byte[] packet) {
        outbox.add(to, packet);
        if (!due) {
            due = true;
            owner.due(this);
        }
    }

    void flush() {
        due = false;
        outbox.flush();
        if (waits == outbox.isEmpty()) {
            waits = !waits;
            owner.awaitRoom(this, waits);
        }
    }

    int socket() {
        return socket;
    }

    /** That it listens at. */
    InetAddress address() {
        return own.getAddress();
    }

    boolean tellsWhereTo() {
        return opening.tellsWhereTo();
    }

    Receiver receiver() {
        return receiver;
    }
}
