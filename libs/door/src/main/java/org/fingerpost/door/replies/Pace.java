package org.fingerpost.door.replies;

import io.netty.channel.Channel;
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
    private final Optional<Channel> channel;
    private Optional<Stall> stall = Optional.empty();
    private boolean ended;

    private Pace(Optional<Lane.Place> place, Optional<Channel> channel) {
        this.place = place;
        this.throttle = place.flatMap(Lane.Place::rate).map(Throttle::new);
        this.channel = channel;
    }

    static Pace begin(
            HttpServerRequest request, HttpServerResponse response, Optional<Lane.Place> place) {
        Pace pace = new Pace(place, place.flatMap(any -> channel(request)));
        if (place.isPresent()) {
            response.closeHandler(gone -> pace.end());
        }
        pace.channel.ifPresent(pace::watch);
        return pace;
    }

    /** The line to the phone, if it has one of its own. */
    static Optional<Channel> channel(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                ? Optional.of(connection.channel())
                : Optional.empty();
    }

    private void watch(Channel line) {
        throttle.ifPresent(each -> line.pipeline().addFirst(each));
        stall = Optional.of(Stall.watch(line, this::isHeldBack));
    }

    private boolean isHeldBack() {
        return throttle.filter(Throttle::holdsBack).isPresent();
    }

    /** On the event loop, like everything else here. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        place.ifPresent(Lane.Place::leave);
        stall.ifPresent(Stall::end);
        channel.ifPresent(line ->
                throttle.filter(each -> line.pipeline().context(each) != null)
                        .ifPresent(line.pipeline()::remove));
    }
}
