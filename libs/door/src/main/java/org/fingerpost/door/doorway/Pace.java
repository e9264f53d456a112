package org.fingerpost.door.doorway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import org.fingerpost.door.Lane;

/**
 * Holds an answer to the rate of its lane while its body is on the way, and gives its place back
 * afterwards, whatever became of it. A file still goes out without a copy: the framework sends it
 * in regions of a mebibyte, each when the one before it is gone, so that rates hold.
 */
final class Pace {
    private final Optional<Lane.Place> place;
    private final Optional<Throttle> throttle;
    private final HttpServerRequest request;
    private boolean ended;

    private Pace(
            Optional<Lane.Place> place, Optional<Throttle> throttle, HttpServerRequest request) {
        this.place = place;
        this.throttle = throttle;
        this.request = request;
    }

    static Pace begin(
            HttpServerRequest request, HttpServerResponse response, Optional<Lane.Place> place) {
        Pace pace = new Pace(place, place.flatMap(Lane.Place::rate).map(Throttle::new), request);
        if (place.isPresent()) {
            response.closeHandler(gone -> pace.end());
        }
        pace.throttle.ifPresent(throttle -> {
            if (request.connection() instanceof ConnectionBase connection) {
                connection.channel().pipeline().addFirst(throttle);
            }
        });
        return pace;
    }

    /** On the event loop, like everything else here. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        place.ifPresent(Lane.Place::leave);
        throttle.ifPresent(each -> {
            if (request.connection() instanceof ConnectionBase connection
                    && connection.channel().pipeline().context(each) != null) {
                connection.channel().pipeline().remove(each);
            }
        });
    }
}
