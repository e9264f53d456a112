package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.firmware.offers.FirmwareServer;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.outbox.Outbox;

/** Tells doors what a rollout has become, and the audit who said so, in the running transaction. */
@ApplicationScoped
class Announcements {
    /** The audit's word for what no request has asked for. */
    private static final String JUDGED = "judging";

    private final Releases releases;
    private final FirmwareServer server;
    private final Outbox outbox;
    private final Audit audit;

    Announcements(Releases releases, FirmwareServer server, Outbox outbox, Audit audit) {
        this.releases = releases;
        this.server = server;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** As the audit keeps it. */
    private record Written(
            String state, String reason, long release, Optional<Long> previous, long open) {
        static Written of(Rollout rollout) {
            return new Written(
                    rollout.state().word(),
                    rollout.reason(),
                    rollout.release(),
                    rollout.previous(),
                    rollout.rule().open());
        }
    }

    /**
     * @return the commit number
     */
    long made(Caller by, Rollout now) {
        audit.record(decision(by, now, "rollout-drafted").is(Written.of(now)));
        return tell(now);
    }

    long by(Caller caller, Rollout before, Rollout now, String action) {
        audit.record(decision(caller, now, action).was(Written.of(before)).is(Written.of(now)));
        return tell(now);
    }

    /** It has come to this by its own rules, which its provider has set. */
    void byItself(Rollout before, Rollout now, String action) {
        ScopedValue.where(Audit.VIA, JUDGED)
                .run(() -> by(new Caller.OfProvider(now.provider()), before, now, action));
    }

    long gone(Caller by, Rollout before) {
        audit.record(decision(by, before, "rollout-deleted").was(Written.of(before)));
        return outbox.appendGone(Rollout.key(before.id()), RuleState.TYPE);
    }

    private long tell(Rollout rollout) {
        boolean back = rollout.state() == Rollout.State.ROLLED_BACK;
        long given = back ? rollout.previous().orElseThrow() : rollout.release();
        RuleState state =
                RuleState.of(
                        rollout,
                        releases.known(given).orElseThrow(),
                        server.directory(rollout.provider(), ""));
        return outbox.append(Rollout.key(rollout.id()), RuleState.TYPE, state);
    }

    private static Decision decision(Caller by, Rollout rollout, String action) {
        return Decision.about(by, action, Rollout.key(rollout.id()), rollout.provider());
    }
}
