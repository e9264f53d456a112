package org.fingerpost.firmware.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.firmware.compliance.Heard;
import org.fingerpost.firmware.parked.Parked;
import org.fingerpost.firmware.parked.ParkedPhones;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.rollouts.turn.Turn;
import org.fingerpost.firmware.waves.WaveTally;
import org.fingerpost.formats.mac.MacAddress;

/** Keeps what phones did with rollouts. */
@ApplicationScoped
public class Judging {
    /** A transaction takes some ten milliseconds. */
    private static final long AT_ONCE = 1000;

    private final CourseRows courses;
    private final PhoneRows rows;
    private final ParkedPhones parked;
    private final Rollouts rollouts;
    private final Turn turn;

    Judging(CourseRows courses, PhoneRows rows, ParkedPhones parked, Rollouts rollouts, Turn turn) {
        this.courses = courses;
        this.rows = rows;
        this.parked = parked;
        this.rollouts = rollouts;
        this.turn = turn;
    }

    private record Done(CourseRows.Key phone, Deed deed, Duration settle) {}

    /**
     * Takes sightings in, when compliance has them and it is the caller's {@linkplain Turn turn}: a
     * batch is as few statements as one sighting. In the caller's transaction.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<Heard> sightings) {
        Map<CourseRows.Key, List<Done>> deeds =
                done(sightings).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Done::phone, LinkedHashMap::new, Collectors.toList()));
        if (deeds.isEmpty()) {
            return;
        }
        Map<CourseRows.Key, Course> changed = new LinkedHashMap<>();
        Map<Long, List<MacAddress>> back = new LinkedHashMap<>();
        courses.load(deeds.keySet())
                .forEach((phone, kept) -> {
                    Course course = kept.course();
                    for (Done done : deeds.get(phone)) {
                        course = course.with(done.deed(), done.settle());
                    }
                    // Who only says what it runs has done nothing with the rollout.
                    boolean did = kept.there() || course.fetchedAt().isPresent();
                    if (did && !course.equals(kept.course())) {
                        changed.put(phone, course);
                        if (course.outcome().filter(Course.Outcome::succeeded).isPresent()) {
                            back.computeIfAbsent(phone.rollout(), any -> new ArrayList<>())
                                    .add(new MacAddress(phone.mac()));
                        }
                    }
                });
        if (!changed.isEmpty()) {
            courses.save(changed);
            back.forEach(parked::unpark);
        }
    }

    /** In the order of time, as far as it is the order in which they were told. */
    private List<Done> done(Collection<Heard> sightings) {
        Map<Long, List<Rollout>> watched =
                rollouts.watched().stream()
                        .filter(each -> !each.open().isEmpty())
                        .collect(Collectors.groupingBy(Rollout::provider));
        List<Done> all = new ArrayList<>();
        sightings.stream()
                .sorted(Comparator.comparing(Heard::at))
                .forEach(heard ->
                        watched.getOrDefault(heard.provider(), List.of())
                                .forEach(rollout ->
                                        Deed.of(rollout, heard)
                                                .ifPresent(deed ->
                                                        all.add(done(rollout, heard, deed)))));
        return all;
    }

    private static Done done(Rollout rollout, Heard heard, Deed deed) {
        CourseRows.Key phone =
                new CourseRows.Key(rollout.id(), rollout.provider(), heard.mac().bits());
        return new Done(phone, deed, rollout.limits().settle());
    }

    /**
     * Gives up the phones that have failed by then, and parks them, if it still runs and as far as
     * there is room: who gets the release by inventing addresses fails as well.
     */
    @Transactional
    void fail(Rollout rollout, Instant heardTo) {
        turn.take();
        if (rollouts.runs(rollout.id())) {
            long room = room(rollout);
            List<Parked> failed =
                    room > 0 ? rows.fail(rollout, heardTo, Math.min(room, AT_ONCE)) : List.of();
            if (!failed.isEmpty()) {
                parked.park(rollout, failed);
            }
        }
    }

    /** How many may be parked until somebody has looked; what was when it was resumed was seen. */
    @Transactional
    long room(Rollout rollout) {
        return ParkedPhones.MOST - parked.since(rollout.id(), rollouts.trustedFrom(rollout));
    }

    /** What the phones of its open waves did. */
    @Transactional
    List<WaveTally> tallies(Rollout rollout, Instant heardTo) {
        return rows.tallies(rollout.id(), heardTo);
    }

    void released(@Observes ParkedPhones.Released event) {
        rows.forget(event.rollout(), event.mac());
    }
}
