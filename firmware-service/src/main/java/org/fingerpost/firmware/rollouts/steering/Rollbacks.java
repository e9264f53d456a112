package org.fingerpost.firmware.rollouts.steering;

import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.problems.Problem;

/**
 * What a rollback may give. Nobody approves one: it gives what phones may have had, and is no way
 * past that.
 */
@ApplicationScoped
class Rollbacks {
    private final Releases releases;

    Rollbacks(Releases releases) {
        this.releases = releases;
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
}
