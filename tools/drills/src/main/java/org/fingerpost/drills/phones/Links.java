package org.fingerpost.drills.phones;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Reply;
import org.fingerpost.drills.town.Door;

/** The connections that phones keep to one door. */
final class Links {
    private final Door door;
    private final ConcurrentLinkedDeque<Link> kept = new ConcurrentLinkedDeque<>();

    Links(Door door) {
        this.door = door;
    }

    Door door() {
        return door;
    }

    /** On a kept connection if there is one; one that the door has closed is no answer yet. */
    Reply askKept(Question question, String number) throws IOException {
        Optional<Link> known = Optional.ofNullable(kept.pollFirst());
        if (known.isPresent()) {
            try {
                return ask(known.get(), question, number);
            } catch (IOException stale) {
                close(known.get());
            }
        }
        return ask(new Link(door.port()), question, number);
    }

    Reply askFresh(Question question, String number) throws IOException {
        try (Link link = new Link(door.port())) {
            return link.ask(question, number, true);
        }
    }

    private Reply ask(Link link, Question question, String number) throws IOException {
        try {
            Reply reply = link.ask(question, number, false);
            if (link.open()) {
                kept.addFirst(link);
            } else {
                link.close();
            }
            return reply;
        } catch (IOException e) {
            close(link);
            throw e;
        }
    }

    void close() {
        kept.forEach(Links::close);
    }

    private static void close(Link link) {
        try {
            link.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
