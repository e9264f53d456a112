package org.fingerpost.door.shedding;

import io.vertx.core.http.HttpConnection;

/** How far behind a door is. */
@FunctionalInterface
public interface Lag {
    /**
     * A request has come by this line, and this is how long those before it have all been waiting.
     * On the line's event loop.
     *
     * @return nanoseconds
     */
    long standing(HttpConnection line);
}
