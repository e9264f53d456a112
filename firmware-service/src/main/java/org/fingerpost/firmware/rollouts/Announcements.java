package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.firmware.offers.FirmwareServer;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

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

    /**
     * A release that can be given to the phones of a rollout instead of its own: they may have had
     * it before.
     *
     * @throws Problem if it is none
     */
    void mustFit(Rollout rollout, long release) {
        FirmwareRelease other =
                releases.published(rollout.provider(), release)
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "no-such-release",
                                        "there is no published release " + release));
        FirmwareRelease own = releases.known(rollout.release()).orElseThrow();
        if (other.id() == own.id() || !other.family().equals(own.family())) {
            throw Problem.invalid(
                    "not-for-this-family",
                    "release "
                            + release
                            + " is for "
                            + other.family()
                            + ": give another of "
                            + own.family());
        }
        mustBeOlder(rollout, other);
    }

    /** Nobody approves a rollback: it gives what phones may have had, and is no way past that. */
    private void mustBeOlder(Rollout rollout, FirmwareRelease other) {
        if (!other.version().isBelow(rollout.version())) {
            throw Problem.invalid(
                    "not-an-older-version",
                    "release %d is %s, which is not below %s: make a rollout of it"
                            .formatted(other.id(), other.version(), rollout.version()));
        }
        if (!releases.wasPublished(other.id(), rollout.madeAt())) {
            throw Problem.invalid(
                    "published-later",
                    "release %d was published after the rollout was made: phones cannot have had it"
                                    .formatted(other.id())
                            + " before; make a rollout of it");
        }
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
