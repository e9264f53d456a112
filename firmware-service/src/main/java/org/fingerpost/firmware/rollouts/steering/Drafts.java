package org.fingerpost.firmware.rollouts.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.problems.Problem;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Salt;

/** Makes rollouts of what providers ask for. A draft holds its release already. */
@ApplicationScoped
class Drafts {
    private static final int ALWAYS = 0;

    /** A rollback adds one. */
    private static final int MOST_VERSIONS = Rule.MOST_NAMES - 1;

    private final Rollouts rollouts;
    private final Releases releases;
    private final Rollbacks rollbacks;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    /** Of a provider, whatever their states: the rule of each is in every door's memory. */
    private final int most;

    Drafts(
            Rollouts rollouts,
            Releases releases,
            Rollbacks rollbacks,
            Clock clock,
            @ConfigProperty(name = "fingerpost.firmware.rollouts.most", defaultValue = "100")
                    int most) {
        this.rollouts = rollouts;
        this.releases = releases;
        this.rollbacks = rollbacks;
        this.clock = clock;
        this.most = most;
    }

    /**
     * @throws Problem if the wish cannot be
     */
    @Transactional
    Rollouts.Kept draft(Who who, RolloutWish wish) {
        long provider = who.caller().provider();
        refuseGroups(wish);
        if (rollouts.count(provider) >= most) {
            throw Problem.conflict(
                    "too-many-rollouts",
                    "you have " + most + " rollouts: delete some that are over");
        }
        FirmwareRelease release =
                releases.published(provider, wish.release())
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "no-such-release",
                                        "there is no published release " + wish.release()));
        Rollout wished = rollout(who, provider, release, wish);
        wish.previous().ifPresent(previous -> rollbacks.mustFit(wished, previous));
        return rollouts.add(who.caller(), wished);
    }

    private Rollout rollout(Who who, long provider, FirmwareRelease release, RolloutWish wish) {
        return new Rollout(
                0,
                provider,
                release.id(),
                release.version(),
                wish.previous(),
                Rollout.State.DRAFT,
                "",
                new Rule(
                        Set.copyOf(wish.names(release.family())),
                        wish.spans(),
                        running(release, wish.versions()),
                        Salt.draw(random),
                        0),
                wish.steps(),
                wish.startWindow(),
                wish.thresholds(),
                telling(release, wish),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                who.key(),
                Optional.empty());
    }

    /** Groups are config's, whose state does not come here: a rule with one would choose nobody. */
    private static void refuseGroups(RolloutWish wish) {
        if (wish.groups().isPresent()) {
            throw Problem.invalid(
                    "groups-unknown",
                    "groups are the config service's, whose state does not come here: choose by"
                            + " ranges, models and versions");
        }
    }

    /**
     * A phone that has got the release, or is on its ladder, stays chosen: it would be led back
     * otherwise.
     */
    private Set<String> running(FirmwareRelease release, List<Version> chosen) {
        if (chosen.isEmpty()) {
            return Set.of();
        }
        Version lowest = chosen.stream().min(Version::compareTo).orElseThrow();
        Set<String> all = new HashSet<>();
        chosen.forEach(version -> all.add(version.text()));
        all.add(release.version().text());
        if (release.minimum().isPresent()) {
            releases.versions(release.provider(), release.family()).stream()
                    .filter(step -> lowest.isBelow(step) && step.isBelow(release.version()))
                    .forEach(step -> all.add(step.text()));
        }
        if (all.size() > MOST_VERSIONS) {
            throw Problem.invalid(
                    "too-many-versions",
                    "running: with the release and the steps towards it these are "
                            + all.size()
                            + " versions: "
                            + MOST_VERSIONS
                            + " at the most");
        }
        return all;
    }

    /** On a ladder a phone has to look again after each step, under the same name. */
    private static Rollout.Telling telling(FirmwareRelease release, RolloutWish wish) {
        boolean ladder = release.minimum().isPresent();
        if (ladder && wish.check().filter(check -> check != ALWAYS).isPresent()) {
            throw Problem.invalid(
                    "ladder-needs-checks",
                    "release "
                            + release.id()
                            + " is reached by steps, for which a phone has to look each time: P238"
                            + " is 0");
        }
        return new Rollout.Telling(wish.autoUpgrade(), ladder ? Optional.of(ALWAYS) : wish.check());
    }
}
