package org.fingerpost.config.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.fingerpost.config.assembly.AdmissionMode;
import org.fingerpost.config.assembly.Assembled;

/**
 * Decides whether a caller may have a device's file. Nobody needs leave for a file without secrets;
 * one with secrets leaves by the device's token, by its window, or where the provider chose {@code
 * open}, and by nothing else.
 */
@ApplicationScoped
class Admission {
    private final SpentWindows spent;
    private final Clock clock;

    Admission(SpentWindows spent, Clock clock) {
        this.spent = spent;
        this.clock = clock;
    }

    /**
     * @param steps of the path, one of which may be the token
     * @param taking the file is about to be sent: a window that admits is spent by that
     */
    Verdict of(Assembled.OfDevice device, Window window, List<String> steps, boolean taking) {
        if (!device.holdsSecret() || device.mode() == AdmissionMode.OPEN) {
            return new Verdict.Admitted();
        }
        // Every step is compared, so that the time taken does not tell where a token would stand.
        boolean proved = false;
        for (String step : steps) {
            proved |= device.token().is(step);
        }
        if (proved) {
            return new Verdict.Admitted();
        }
        SpentWindows.Standing standing =
                taking
                        ? spent.take(window, clock.instant())
                        : spent.standing(window, clock.instant());
        return switch (standing) {
            case OPEN -> new Verdict.InWindow(window);
            case SENDING, UNSURE -> new Verdict.Later();
            case CLOSED -> new Verdict.Refused();
        };
    }
}
