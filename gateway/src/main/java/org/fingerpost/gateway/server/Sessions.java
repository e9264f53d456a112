package org.fingerpost.gateway.server;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.fingerpost.gateway.datagrams.Datagrams;
import org.fingerpost.gateway.datagrams.Peers;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.transfer.Ending;
import org.fingerpost.gateway.transfer.Limits;
import org.fingerpost.gateway.upstream.Source;
import org.jboss.logging.Logger;

/** All transfers that are under way: finds whose a packet is, lets time pass, counts. */
final class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);

    static final String NOT_NOW = "not now, ask again later";

    /** How late a packet may be sent again; nobody waits for less than twenty times that. */
    private static final long TICK_MILLIS = 10;

    private final Datagrams datagrams;
    private final Room room;
    private final TftpMeters meters;
    private final LongSupplier nanos;
    private final Places places = new Places();

    /** The latest of each client: by its port a client tells its own transfers apart. */
    private final Map<InetSocketAddress, Session> latest = new HashMap<>();

    private final Set<Session> all = new LinkedHashSet<>();
    private boolean ticking;

    Sessions(Datagrams datagrams, Room room, TftpMeters meters, LongSupplier nanos) {
        this.datagrams = datagrams;
        this.room = room;
        this.meters = meters;
        this.nanos = nanos;
    }

    /** The transfer that this client's last request began, if it is still under way. */
    Optional<Session> latest(InetSocketAddress client) {
        return Optional.ofNullable(latest.get(client));
    }

    Optional<Session> at(Port port, InetSocketAddress client) {
        return places.find(port, client);
    }

    /**
     * A new transfer, if there is room.
     *
     * @param port where this client has no other, or from now on one that is to be dropped
     */
    Optional<Session> open(Packet.Read request, Peers peers, Port port, boolean blockByBlock) {
        Network network = Network.of(peers.client().getAddress());
        if (!room.take(network)) {
            meters.crowded();
            return Optional.empty();
        }
        Session session = new Session(this, request, peers, port, network, blockByBlock);
        places.put(session);
        latest.put(peers.client(), session);
        all.add(session);
        meters.open(room.taken());
        keepTicking();
        return Optional.of(session);
    }

    void receive(Port port, InetSocketAddress client, Packet packet) {
        at(port, client).ifPresent(session -> session.receive(packet, nanos.getAsLong()));
    }

    void begin(Session session, Source file) {
        session.begin(file, nanos.getAsLong());
    }

    long now() {
        return nanos.getAsLong();
    }

    Limits limits(boolean blockByBlock) {
        Limits most = room.limits();
        return blockByBlock ? new Limits(most.blockSize(), 1, most.windowBytes()) : most;
    }

    boolean hold(Source file) {
        return room.hold(file);
    }

    void claim(Session session) {
        room.claim(session.claimed());
    }

    void heard(Session session) {
        room.heard(session.network());
    }

    void sent(int octets) {
        meters.sent(octets);
    }

    /** Bytes that are at hand come from within the wish, others by way of the ports' thread. */
    Source.Reader reader(Session session) {
        return new Source.Reader() {
            @Override
            public void bytes(byte[] in, int from, int length) {
                if (datagrams.onThread()) {
                    session.bytes(in, from, length, session.askedAt());
                } else {
                    datagrams.execute(() -> session.bytes(in, from, length, nanos.getAsLong()));
                }
            }

            @Override
            public void away() {
                here(() -> session.away(nanos.getAsLong()));
            }
        };
    }

    /** Runs it on the thread of the ports, now or later. */
    void here(Runnable what) {
        if (datagrams.onThread()) {
            what.run();
        } else {
            datagrams.execute(what);
        }
    }

    void over(Session session, Ending ending) {
        places.remove(session);
        latest.remove(session.client(), session);
        all.remove(session);
        session.source().ifPresent(room::letGo);
        room.claim(-session.claimed());
        if (!session.isSought()) {
            leave(session);
        }
        meters.over(ending, room.taken());
    }

    private void leave(Session session) {
        room.leave(session.network());
        if (!session.isHeard()) {
            room.heard(session.network());
        }
    }

    /** A door is asked; that takes a place even if the client goes on to something else. */
    void seek(Session session) {
        session.sought(true);
    }

    /** The door has answered. */
    void found(Session session) {
        session.sought(false);
        if (session.isOver()) {
            leave(session);
            meters.open(room.taken());
        }
    }

    private void keepTicking() {
        if (!ticking && !all.isEmpty()) {
            ticking = true;
            datagrams.after(TICK_MILLIS, this::tick);
        }
    }

    private void tick() {
        ticking = false;
        long now = nanos.getAsLong();
        new ArrayList<>(all).forEach(session -> passTime(session, now));
        keepTicking();
    }

    /** One that breaks is not to stop the others' clock. */
    private static void passTime(Session session, long now) {
        try {
            session.tick(now);
        } catch (RuntimeException broken) {
            LOG.error("A transfer is given up", broken);
            session.drop();
        }
    }
}
