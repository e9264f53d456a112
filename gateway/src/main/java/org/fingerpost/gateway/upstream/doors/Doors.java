package org.fingerpost.gateway.upstream.doors;

import java.util.function.Consumer;

/** The three doors. */
@FunctionalInterface
public interface Doors {
    /** Asks; calls back exactly once, on any thread. */
    void get(Asked asked, Part part, Consumer<Reply> then);
}
