package org.fingerpost.firmware.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.progress.Progress;

/** Writes down which phones are of a wave's panel, before the wave opens. */
@ApplicationScoped
class Panels {
    private static final int PAGE = 1000;

    private final Page pages;

    Panels(Page pages) {
        this.pages = pages;
    }

    /** A page a transaction; one that is repeated changes nothing. */
    void seat(@Observes Progress.Seating event) {
        long[] macs = event.macs();
        for (int from = 0; from < macs.length; from += PAGE) {
            long[] page = Arrays.copyOfRange(macs, from, Math.min(macs.length, from + PAGE));
            pages.seat(event.rollout(), event.wave(), page);
        }
    }

    @ApplicationScoped
    static class Page {
        private final PhoneRows rows;

        Page(PhoneRows rows) {
            this.rows = rows;
        }

        @Transactional
        void seat(Rollout rollout, int wave, long[] macs) {
            rows.seat(rollout, wave, Arrays.stream(macs).boxed().toArray(Long[]::new));
        }
    }
}
