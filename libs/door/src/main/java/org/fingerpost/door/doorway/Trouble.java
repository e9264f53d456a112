package org.fingerpost.door.doorway;

import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.OnceAMinute;
import org.jboss.logging.Logger;

/** Says in the log that a door has failed, once a minute. */
final class Trouble {
    private static final Logger LOG = Logger.getLogger(Doorway.class);

    private final OnceAMinute pace = new OnceAMinute();

    /** Without the message, which may quote a path with a token. */
    void report(Kind kind, Throwable e) {
        pace.run(() -> {
            StringBuilder where = new StringBuilder();
            for (int i = 0; i < Math.min(8, e.getStackTrace().length); i++) {
                where.append("\n\tat ").append(e.getStackTrace()[i]);
            }
            LOG.errorf("The door failed (%s): %s%s", kind.word(), e.getClass().getName(), where);
        });
    }
}
