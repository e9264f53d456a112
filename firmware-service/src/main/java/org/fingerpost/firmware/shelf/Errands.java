package org.fingerpost.firmware.shelf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.fingerpost.firmware.blobs.Digest;

/**
 * Which blob is to be fetched next: what a phone has asked for first, and none by two at a time.
 * One that could not be had is tried again later and later, a minute at the most.
 */
final class Errands {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Clock clock;

    /** In the order in which phones asked. */
    private final Map<Digest, Long> asked = new LinkedHashMap<>();

    private final Set<Digest> underWay = new HashSet<>();
    private final Map<Digest, Pause> pauses = new HashMap<>();

    Errands(Clock clock) {
        this.clock = clock;
    }

    private record Pause(Instant until, Duration length) {}

    /**
     * @param forAPhone a phone waits for it
     */
    record Errand(Digest digest, long size, boolean forAPhone) {}

    /**
     * @return whether it is new
     */
    synchronized boolean ask(Digest digest, long size) {
        return asked.putIfAbsent(digest, size) == null;
    }

    /** The next one, which has to be ended; {@code here} says what needs no errand. */
    synchronized Optional<Errand> next(Map<Digest, Long> held, BiPredicate<Digest, Long> here) {
        asked.entrySet().removeIf(each -> here.test(each.getKey(), each.getValue()));
        Instant now = clock.instant();
        pauses.entrySet()
                .removeIf(each ->
                        !held.containsKey(each.getKey())
                                && !asked.containsKey(each.getKey())
                                && !now.isBefore(each.getValue().until));
        Optional<Errand> next =
                Stream.concat(
                                asked.entrySet().stream()
                                        .map(e -> new Errand(e.getKey(), e.getValue(), true)),
                                held.entrySet().stream()
                                        .map(e -> new Errand(e.getKey(), e.getValue(), false)))
                        .filter(each -> isDue(each.digest))
                        .filter(each -> !here.test(each.digest, each.size))
                        .findFirst();
        next.ifPresent(each -> underWay.add(each.digest));
        return next;
    }

    synchronized void done(Errand errand) {
        underWay.remove(errand.digest);
        asked.remove(errand.digest);
        pauses.remove(errand.digest);
    }

    synchronized void failed(Errand errand) {
        underWay.remove(errand.digest);
        // A phone that still wants it will say so again.
        asked.remove(errand.digest);
        Duration pause =
                Optional.ofNullable(pauses.get(errand.digest))
                        .map(before -> before.length.multipliedBy(2))
                        .orElse(FIRST_PAUSE);
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        pauses.put(errand.digest, new Pause(clock.instant().plus(bounded), bounded));
    }

    private boolean isDue(Digest digest) {
        Pause pause = pauses.get(digest);
        return !underWay.contains(digest)
                && (pause == null || !clock.instant().isBefore(pause.until));
    }
}
