package org.fingerpost.gateway.server;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

    private record Place(Channel channel, InetSocketAddress client) {}

    private final EventLoop loop;
    private final Outgoing outgoing;
    private final Room room;
    private final TftpMeters meters;
    private final LongSupplier nanos;
    private final Map<Place, Session> places = new HashMap<>();

    /** The latest of each client: by its port a client tells its own transfers apart. */
    private final Map<InetSocketAddress, Session> latest = new HashMap<>();

    private final Set<Session> all = new LinkedHashSet<>();
    private boolean ticking;

    Sessions(EventLoop loop, Outgoing outgoing, Room room, TftpMeters meters, LongSupplier nanos) {
        this.loop = loop;
        this.outgoing = outgoing;
        this.room = room;
        this.meters = meters;
        this.nanos = nanos;
    }

    /** The transfer that this client's last request began, if it is still under way. */
    Optional<Session> latest(InetSocketAddress client) {
        return Optional.ofNullable(latest.get(client));
    }

    Optional<Session> at(Channel channel, InetSocketAddress client) {
        return Optional.ofNullable(places.get(new Place(channel, client)));
    }

    /**
     * A new transfer, if there is room.
     *
     * @param channel where this client has no other, or from now on one that is to be dropped
     */
    Optional<Session> open(
            Packet.Read request, InetSocketAddress client, Channel channel, boolean blockByBlock) {
        Network network = Network.of(client.getAddress());
        if (!room.take(network)) {
            meters.crowded();
            return Optional.empty();
        }
        Session session = new Session(this, request, client, channel, network, blockByBlock);
        places.put(new Place(channel, client), session);
        latest.put(client, session);
        all.add(session);
        meters.open(room.taken());
        keepTicking();
        return Optional.of(session);
    }

    void receive(Channel channel, InetSocketAddress client, Packet packet) {
        at(channel, client).ifPresent(session -> session.receive(packet, nanos.getAsLong()));
    }

    void begin(Session session, Source file) {
        session.begin(file, nanos.getAsLong());
    }

    long now() {
        return nanos.getAsLong();
    }

    Limits limits() {
        return room.limits();
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

    void send(Session session, byte[] packet) {
        outgoing.write(session.channel(), session.client(), packet);
        meters.sent(packet.length);
    }

    /** Bytes that are at hand come from within the wish, others by way of the loop. */
    Source.Reader reader(Session session) {
        return new Source.Reader() {
            @Override
            public void bytes(byte[] bytes) {
                here(() -> session.bytes(bytes, nanos.getAsLong()));
            }

            @Override
            public void away() {
                here(() -> session.away(nanos.getAsLong()));
            }
        };
    }

    /** Runs it on the loop, now or later, and sends what comes of it. */
    void here(Runnable what) {
        if (loop.inEventLoop()) {
            what.run();
        } else {
            loop.execute(() -> {
                what.run();
                outgoing.flush();
            });
        }
    }

    void over(Session session, Ending ending) {
        places.remove(new Place(session.channel(), session.client()), session);
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
            loop.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        ticking = false;
        long now = nanos.getAsLong();
        new ArrayList<>(all).forEach(session -> passTime(session, now));
        outgoing.flush();
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
