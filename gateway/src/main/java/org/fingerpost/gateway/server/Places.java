package org.fingerpost.gateway.server;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.gateway.datagrams.Port;

/** Whose a packet is: by the port that it came to and the client's address. */
final class Places {
    private static final int LATELY = 1 << 12;

    private record Place(Port port, InetSocketAddress client) {
        static Place of(Session session) {
            return new Place(session.port(), session.client());
        }
    }

    private final Map<Place, Session> all = new HashMap<>();

    /**
     * Of those heard of lately, by the identity of the client's address. Linux's ports give the
     * same object for a client whom they know: most packets find their session without a look into
     * it, as long as there are not thousands.
     */
    private final Session[] lately = new Session[LATELY];

    Optional<Session> find(Port port, InetSocketAddress client) {
        int slot = slot(client);
        Session late = lately[slot];
        if (late != null && late.client() == client && late.port() == port) {
            return Optional.of(late);
        }
        Session found = all.get(new Place(port, client));
        if (found != null && found.client() == client) {
            lately[slot] = found;
        }
        return Optional.ofNullable(found);
    }

    /** In the place of whoever was there. */
    void put(Session session) {
        Session before = all.put(Place.of(session), session);
        if (before != null) {
            forget(before);
        }
    }

    /** Unless another has taken its place. */
    void remove(Session session) {
        all.remove(Place.of(session), session);
        forget(session);
    }

    private void forget(Session session) {
        int slot = slot(session.client());
        if (lately[slot] == session) {
            lately[slot] = null;
        }
    }

    private static int slot(InetSocketAddress client) {
        return System.identityHashCode(client) & LATELY - 1;
    }
}
