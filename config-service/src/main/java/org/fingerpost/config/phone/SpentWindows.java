package org.fingerpost.config.phone;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.door.sightings.OnceAMinute;
import org.jboss.logging.Logger;

/**
 * Which windows this door has given a file in.
 *
 * <p>A window is written down as spent before the file is sent, not after: a crash between the two
 * then costs a phone a re-arming, where the other order would give a secret away twice. As long as
 * this process lives it also knows which files have not reached the socket; after {@link #PATIENCE}
 * such a phone may try again.
 */
@Startup
@ApplicationScoped
class SpentWindows {
    private static final Logger LOG = Logger.getLogger(SpentWindows.class);

    /** 128 KiB take so long on a line of 9600 baud; whoever has not got them then, is gone. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SpentFile file;
    private final Map<Window.Id, Instant> spent;
    private final Map<Window.Id, Instant> sending = new HashMap<>();
    private final OnceAMinute trouble = new OnceAMinute();

    @Inject
    SpentWindows(@ConfigProperty(name = "fingerpost.state-dir") Path stateFolder) {
        this(stateFolder, Instant.now());
    }

    SpentWindows(Path stateFolder, Instant now) {
        this(new SpentFile(stateFolder.resolve("windows")), now);
    }

    SpentWindows(SpentFile file, Instant now) {
        this.file = file;
        try {
            this.spent = file.open(now);
        } catch (IOException e) {
            throw new UncheckedIOException("the windows' file cannot be used", e);
        }
    }

    enum Standing {
        /** Nobody has been given the file in this window. */
        OPEN,
        /** Somebody is being given it. */
        SENDING,
        /** Somebody was given it, or its time is over. */
        CLOSED,
        /** It could not be written down. */
        UNSURE
    }

    synchronized Standing standing(Window window, Instant now) {
        Instant until = spent.get(window.id());
        if (until == null) {
            return now.isBefore(window.until()) ? Standing.OPEN : Standing.CLOSED;
        }
        Instant since = sending.get(window.id());
        if (since == null || !now.isBefore(until)) {
            return Standing.CLOSED;
        }
        return now.isBefore(since.plus(PATIENCE)) ? Standing.SENDING : Standing.OPEN;
    }

    /** As {@link #standing}; an open window is spent from now on, and of two callers one has it. */
    synchronized Standing take(Window window, Instant now) {
        Standing standing = standing(window, now);
        if (standing != Standing.OPEN) {
            return standing;
        }
        if (!spent.containsKey(window.id()) && !written(window, now)) {
            return Standing.UNSURE;
        }
        sending.put(window.id(), now);
        return Standing.OPEN;
    }

    /** The whole file is with the socket. */
    synchronized void sent(Window window) {
        sending.remove(window.id());
    }

    private boolean written(Window window, Instant now) {
        try {
            file.append(window);
        } catch (IOException e) {
            // Not given: what cannot be remembered would be given again.
            trouble.run(
                    () -> LOG.errorf("windows/ cannot be written, no first file leaves: %s", e));
            return false;
        }
        spent.put(window.id(), window.until());
        if (file.isWorthTidying()) {
            tidy(now);
        }
        return true;
    }

    private void tidy(Instant now) {
        spent.values().removeIf(until -> !now.isBefore(until));
        sending.keySet().retainAll(spent.keySet());
        try {
            file.rewrite(spent);
        } catch (IOException e) {
            // The long file is as true as a short one.
            trouble.run(() -> LOG.warnf("windows/ cannot be tidied: %s", e));
        }
    }
}
