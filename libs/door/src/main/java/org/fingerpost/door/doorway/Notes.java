package org.fingerpost.door.doorway;

import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.function.Consumer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.replies.Reply;
import org.fingerpost.door.sightings.Sighting;

/** What is kept of an answer: a sighting, and that it was one more. */
final class Notes {
    private final String service;
    private final Consumer<Sighting> sightings;
    private final DoorMeters meters;
    private final Clock clock;

    Notes(String service, Consumer<Sighting> sightings, DoorMeters meters, Clock clock) {
        this.service = service;
        this.sightings = sightings;
        this.meters = meters;
        this.clock = clock;
    }

    void take(HttpServerRequest request, PhoneRequest asked, Reply reply) {
        sightings.accept(sighting(request, asked, reply));
        meters.count(reply.seen(), reply.status());
    }

    private Sighting sighting(HttpServerRequest request, PhoneRequest asked, Reply reply) {
        Seen seen = reply.seen();
        return new Sighting(
                clock.instant(),
                service,
                seen.kind(),
                seen.outcome(),
                seen.mac(),
                seen.provider(),
                seen.file(),
                seen.model(),
                seen.version(),
                request.method().name(),
                reply.status(),
                reply.bodyLength(),
                asked.userAgent().orElse(""),
                asked.address(),
                asked.secure(),
                seen.proof(),
                seen.rollout());
    }
}
