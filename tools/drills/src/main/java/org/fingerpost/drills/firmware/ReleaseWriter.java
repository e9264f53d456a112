package org.fingerpost.drills.firmware;

import java.util.ArrayDeque;
import java.util.Deque;
import org.fingerpost.drills.drilled.Done;
import org.fingerpost.drills.drilled.Writer;

/** Publishes one release after the other in a line of its own, and withdraws the old ones. */
final class ReleaseWriter implements Writer {
    /** So that a door that is drilled for an hour does not fill the disk. */
    private static final int KEPT = 4;

    private final ReleaseApi api;
    private final Line line;
    private final Deque<Line.Release> published = new ArrayDeque<>();

    ReleaseWriter(ReleaseApi api, Line line) {
        this.api = api;
        this.line = line;
    }

    @Override
    public void write(Done done) {
        if (published.size() > KEPT) {
            done.of(api.withdraw(published.removeFirst()));
        } else {
            done.of(api.draft(line))
                    .flatMap(release -> done.of(api.publish(release)))
                    .ifPresent(published::addLast);
        }
    }
}
