package org.fingerpost.firmware.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.firmware.compliance.Heard;
import org.fingerpost.firmware.parked.Parked;
import org.fingerpost.firmware.parked.ParkedPhones;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.waves.Tally;

/** Keeps what phones did with rollouts. */
@ApplicationScoped
public class Judging {
    private final PhoneRows rows;
    private final ParkedPhones parked;
    private final Rollouts rollouts;
    private final Releases releases;

    Judging(PhoneRows rows, ParkedPhones parked, Rollouts rollouts, Releases releases) {
        this.rows = rows;
        this.parked = parked;
        this.rollouts = rollouts;
        this.releases = releases;
    }

    /**
     * Takes sightings in, before compliance has them: who has the release now must have had another
     * before. In the caller's transaction, and in the order of phones, so that two writers wait for
     * each other and never in a circle.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<Heard> sightings) {
        List<Rollout> watched =
                rollouts.watched().stream().filter(each -> !each.open().isEmpty()).toList();
        if (watched.isEmpty()) {
            return;
        }
        Map<Long, ReleaseFiles> files = new HashMap<>();
        List<Heard> ordered = new ArrayList<>(sightings);
        ordered.sort(Comparator.comparing(Heard::mac).thenComparing(Heard::at));
        for (Rollout rollout : watched) {
            ReleaseFiles names = files.computeIfAbsent(rollout.release(), this::files);
            for (Heard heard : ordered) {
                Deed.of(rollout, names, heard).ifPresent(deed -> keep(rollout, deed));
            }
        }
    }

    /** Gives up the phones that have failed by then, and parks them. */
    @Transactional
    void fail(Rollout rollout, Instant heardTo) {
        List<Parked> failed = rows.fail(rollout, heardTo);
        if (!failed.isEmpty()) {
            parked.park(rollout, failed);
        }
    }

    /** What the phones of its open waves did. */
    @Transactional
    List<Tally> tallies(Rollout rollout, Instant heardTo) {
        return rollout.open().stream().map(wave -> rows.tally(rollout, wave, heardTo)).toList();
    }

    void released(@Observes ParkedPhones.Released event) {
        rows.forget(event.rollout(), event.mac());
    }

    private void keep(Rollout rollout, Deed deed) {
        switch (deed) {
            case Deed.Fetched fetched -> {
                // A phone that asks says what it runs: a step of a ladder that it has got, maybe.
                fetched.said().ifPresent(rows::keep);
                rows.keep(fetched, rollout.limits().settle().toMinutes());
            }
            case Deed.Arrived arrived -> {
                if (rows.keep(arrived, rollout.provider())) {
                    parked.unpark(rollout.id(), List.of(arrived.mac()));
                }
            }
            case Deed.Said said -> rows.keep(said);
        }
    }

    private ReleaseFiles files(long release) {
        return new ReleaseFiles(
                releases.known(release).map(FirmwareRelease::files).orElse(List.of()).stream()
                        .map(file -> file.name().text())
                        .toList());
    }
}
