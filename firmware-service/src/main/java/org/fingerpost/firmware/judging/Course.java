package org.fingerpost.firmware.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What has become of one phone in a rollout. Deeds may come twice, and in another order than they
 * were done: two doors do not tell at the same time.
 *
 * @param proves it had proved itself before: it is believed with proof only
 * @param was the version that it had when it fetched; empty: not known
 * @param fetchedAt of this try; empty: it has not fetched
 * @param whole something was sent whole
 * @param unchangedAt when it last said the version that it had before
 * @param said the version that it said last, if that was another than the release
 */
record Course(
        boolean proves,
        String was,
        Optional<Instant> fetchedAt,
        boolean whole,
        Optional<Instant> unchangedAt,
        String said,
        Optional<Instant> saidAt,
        Optional<Outcome> outcome) {
    /** What a phone says again and again is written down once in so long. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** How it ended, and when. */
    record Outcome(boolean succeeded, Instant at) {}

    /** Of a phone that has done nothing yet. */
    static Course fresh(boolean proves) {
        return new Course(
                proves,
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    /**
     * @param settle so long after a fetch a phone may be busy with it
     */
    Course with(Deed deed, Duration settle) {
        return switch (deed) {
            case Deed.Arrived arrived -> arrived(arrived);
            case Deed.Said told -> outcome.isPresent() ? this : told(told);
            case Deed.Fetched fetched -> outcome.isPresent() ? this : fetched(fetched, settle);
        };
    }

    /** Also one that was given up. One of which nothing was known may have had it all along. */
    private Course arrived(Deed.Arrived arrived) {
        boolean counts =
                outcome.filter(Outcome::succeeded).isEmpty()
                        && (arrived.proved() || !proves)
                        && (fetchedAt.isPresent() || !was.isEmpty())
                        && fetchedAt.filter(arrived.at()::isBefore).isEmpty();
        return counts
                ? new Course(
                        proves,
                        was,
                        fetchedAt,
                        whole,
                        unchangedAt,
                        said,
                        saidAt,
                        Optional.of(new Outcome(true, arrived.at())))
                : this;
    }

    private Course told(Deed.Said told) {
        Course noted = proves && !told.proved() ? this : noted(told);
        if (noted == this) {
            return this;
        }
        if (fetchedAt.isEmpty()) {
            return noted.running(told.version());
        }
        if (!told.at().isAfter(fetchedAt.get())) {
            return noted;
        }
        // Another version is a step of a ladder: confirmed, and the next fetch is another try.
        return isWhatItHad(told.version())
                ? noted.unchanged(told.at())
                : noted.running(told.version());
    }

    /**
     * From the first whole file on the time runs, however often the phone fetches: one that goes
     * round and round would never fail otherwise. A fetch that comes later than it may still be
     * busy with the one before says that it is back, with what it had.
     */
    private Course fetched(Deed.Fetched fetch, Duration settle) {
        boolean spokenSince = saidAt.filter(fetch.at()::isBefore).isPresent();
        if (spokenSince && !fetch.was().isEmpty() && !fetch.was().equals(said)) {
            // Told late: it has got that step already.
            return this;
        }
        boolean again = fetchedAt.filter(fetch.at()::isAfter).isPresent();
        if (again && !proves && !isWhatItHad(fetch.was()) && !fetch.was().isEmpty()) {
            return running(fetch.was()).taken(fetch);
        }
        Course taken = taken(fetch);
        if (spokenSince) {
            return taken.unchanged(saidAt.get());
        }
        boolean back =
                whole && fetchedAt.filter(at -> fetch.at().isAfter(at.plus(settle))).isPresent();
        return back && !proves ? taken.unchanged(fetch.at()) : taken;
    }

    private boolean isWhatItHad(String version) {
        return was.isEmpty() || was.equals(version);
    }

    private Course taken(Deed.Fetched fetch) {
        Instant at =
                fetchedAt.filter(first -> whole || first.isAfter(fetch.at())).orElse(fetch.at());
        boolean names = fetchedAt.isEmpty() && !fetch.was().isEmpty() && (!proves || was.isEmpty());
        return new Course(
                proves,
                names ? fetch.was() : was,
                Optional.of(at),
                whole || fetch.whole(),
                unchangedAt,
                said,
                saidAt,
                outcome);
    }

    private Course noted(Deed.Said told) {
        boolean news =
                saidAt.isEmpty()
                        || told.at().isAfter(saidAt.get())
                                && (!told.version().equals(said)
                                        || told.at().isAfter(saidAt.get().plus(AGAIN)));
        return news
                ? new Course(
                        proves,
                        was,
                        fetchedAt,
                        whole,
                        unchangedAt,
                        told.version(),
                        Optional.of(told.at()),
                        outcome)
                : this;
    }

    private Course unchanged(Instant at) {
        Instant last = unchangedAt.filter(at::isBefore).orElse(at);
        return new Course(proves, was, fetchedAt, whole, Optional.of(last), said, saidAt, outcome);
    }

    /** It runs that version, and has not fetched since. */
    private Course running(String version) {
        return new Course(
                proves, version, Optional.empty(), false, Optional.empty(), said, saidAt, outcome);
    }
}
