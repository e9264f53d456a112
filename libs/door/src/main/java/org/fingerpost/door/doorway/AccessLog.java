package org.fingerpost.door.doorway;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.door.Seen;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/**
 * One line a phone's request, if it was switched on at the start: words as {@code name=value}, and
 * in JSON the same names below {@code mdc}. It tells no path, no query, no header and no address,
 * as these may hold a token or a password; the kind of file stands for the path.
 */
@Singleton
final class AccessLog {
    /** Of its own, so that it can have a handler of its own. */
    static final String CATEGORY = "org.fingerpost.door.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final double NANOS_PER_MS = 1e6;

    private final boolean on;
    private final String door;

    @Inject
    AccessLog(DoorConfig config, @ConfigProperty(name = "fingerpost.service") String service) {
        this(config.accessLog(), service);
    }

    AccessLog(boolean on, String door) {
        this.on = on;
        this.door = door;
    }

    boolean isOn() {
        return on;
    }

    /** When a request began, if anybody is going to ask. */
    long begin() {
        return on ? System.nanoTime() : 0;
    }

    /**
     * The answer has left, or has failed to.
     *
     * @param bytes of the body that the answer set out to send
     */
    void end(HttpServerRequest request, Seen seen, long bytes, long began) {
        String status = Integer.toString(request.response().getStatusCode());
        String mac = seen.mac().isEmpty() ? "-" : seen.mac();
        String provider = seen.provider() == 0 ? "-" : Long.toString(seen.provider());
        double taken = (System.nanoTime() - began) / NANOS_PER_MS;
        String ms = String.format(Locale.ROOT, "%.1f", taken);
        ExtLogRecord line =
                new ExtLogRecord(
                        Level.INFO,
                        "door="
                                + door
                                + " kind="
                                + seen.kind().word()
                                + " status="
                                + status
                                + " mac="
                                + mac
                                + " provider="
                                + provider
                                + " bytes="
                                + bytes
                                + " ms="
                                + ms,
                        AccessLog.class.getName());
        line.setLoggerName(CATEGORY);
        line.putMdc("door", door);
        line.putMdc("kind", seen.kind().word());
        line.putMdc("status", status);
        line.putMdc("mac", mac);
        line.putMdc("provider", provider);
        line.putMdc("bytes", Long.toString(bytes));
        line.putMdc("ms", ms);
        LOG.log(line);
    }
}
