package org.fingerpost.firmware.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.firmware.catalog.files.Companion;
import org.fingerpost.firmware.catalog.files.Published;
import org.fingerpost.firmware.catalog.index.Listing;

/** All offers as an immutable table. */
final class Offers {
    private static final Offer NONE = new Offer.None();

    /** The rank of what a rollout gives. */
    private static final int GIVEN = -1;

    private final Listing<Key, Candidate> candidates;
    private final Listing<Beside, Companion> companions;
    private final Choices choices;

    private Offers(
            Listing<Key, Candidate> candidates,
            Listing<Beside, Companion> companions,
            Choices choices) {
        this.candidates = candidates;
        this.companions = companions;
        this.choices = choices;
    }

    /** An owner's address: another's of the same name is another file. */
    private record Key(long owner, String folder, String name) {}

    private record Beside(long provider, String name) {}

    static Offers none() {
        return new Offers(
                Listing.empty(), Listing.empty(), Choices.of(List.of(), List.of(), Rollouts.NONE));
    }

    /** Begins offers that differ from these in a little. */
    Change change() {
        return new Change();
    }

    /** What is different; of one thread. */
    final class Change {
        private final Listing.Change<Key, Candidate> nextCandidates = candidates.change();
        private final Listing.Change<Beside, Companion> nextCompanions = companions.change();
        private Choices nextChoices = choices;

        void add(Published release) {
            names(release).forEach(each -> nextCandidates.put(each.key(), each.candidate()));
        }

        void remove(Published release) {
            names(release).forEach(each -> nextCandidates.remove(each.key(), each.candidate()));
        }

        void add(Companion file) {
            nextCompanions.put(new Beside(file.provider(), file.name().text()), file);
        }

        void remove(Companion file) {
            nextCompanions.remove(new Beside(file.provider(), file.name().text()), file);
        }

        void choose(Choices chosen) {
            nextChoices = chosen;
        }

        Offers done() {
            return new Offers(nextCandidates.done(), nextCompanions.done(), nextChoices);
        }
    }

    private record Name(Key key, Candidate candidate) {}

    private static Stream<Name> names(Published release) {
        return release.files().entrySet().stream()
                .flatMap(file ->
                        release.addresses(file.getKey())
                                .map(address ->
                                        new Name(
                                                new Key(
                                                        release.provider(),
                                                        address.folder(),
                                                        address.name()),
                                                new Candidate(
                                                        release,
                                                        file.getKey(),
                                                        file.getValue(),
                                                        address.exact()))));
    }

    Offer find(Wanted wanted) {
        Optional<Rollouts.Ruled> given = choices.rollouts().given(wanted);
        List<Candidate> there = there(wanted);
        List<Candidate> meant = new ArrayList<>();
        List<Candidate> fitting = new ArrayList<>();
        // Every phone that asks comes by here: streams took a third of the time.
        for (Candidate each : there) {
            if (isFor(wanted, each, given)) {
                meant.add(each);
                if (each.release().suits(wanted.running())) {
                    fitting.add(each);
                }
            }
        }
        // Who does not say what it is gets what only one family has.
        if (wanted.model().isEmpty() && !isOneFamily(fitting.isEmpty() ? meant : fitting)) {
            return NONE;
        }
        return best(fitting, wanted, given)
                .map(each -> each.offer(isAlone(there, wanted), by(each, given)))
                .or(() ->
                        best(meant, wanted, given)
                                .flatMap(above -> step(above, wanted, by(above, given))))
                .or(() -> companion(wanted))
                .orElse(NONE);
    }

    private boolean isFor(Wanted wanted, Candidate candidate, Optional<Rollouts.Ruled> given) {
        Published release = candidate.release();
        boolean theirs = isGiven(release, given);
        return (theirs || choices.admit(wanted.provider(), wanted.model(), release))
                && (theirs || !isKeptBack(wanted, candidate))
                && wanted.model().map(model -> release.family().has(model)).orElse(true);
    }

    /** A name that tells the version is refused only to those of whom a rollout is sure. */
    private boolean isKeptBack(Wanted wanted, Candidate candidate) {
        return candidate.exact()
                ? choices.refuse(wanted, candidate.release())
                : choices.keepBack(wanted, candidate.release());
    }

    /** What a rollout gives the phone goes before everything else. */
    private Optional<Candidate> best(
            List<Candidate> some, Wanted wanted, Optional<Rollouts.Ruled> given) {
        Candidate best = null;
        int least = Integer.MAX_VALUE;
        for (Candidate each : some) {
            Published release = each.release();
            int rank =
                    isGiven(release, given)
                            ? GIVEN
                            : choices.rank(wanted.provider(), wanted.model(), release);
            if (rank < least || rank == least && release.isNewerThan(best.release())) {
                best = each;
                least = rank;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isGiven(Published release, Optional<Rollouts.Ruled> given) {
        return given.isPresent() && given.get().release() == release.id();
    }

    /** The rollout that gives the phone this one; a step on the way is given by it too. */
    private static Optional<Long> by(Candidate candidate, Optional<Rollouts.Ruled> given) {
        return given.filter(rule -> rule.release() == candidate.release().id())
                .map(Rollouts.Ruled::id);
    }

    /**
     * A phone that was told to get what it cannot take yet gets the highest version on the way
     * there: it would ask for the same name for ever. Who admits the top admits the ladder.
     */
    private Optional<Offer> step(Candidate above, Wanted wanted, Optional<Long> rollout) {
        Key bare = new Key(above.release().provider(), "", above.file().text());
        return candidates.of(bare).stream()
                .filter(each -> each.file().equals(above.file()) && each.isForSame(above))
                .filter(each -> each.release().suits(wanted.running()))
                .filter(each -> !choices.keepBack(wanted, each.release()))
                .filter(each -> each.release().version().isBelow(above.release().version()))
                .max(Comparator.comparing(each -> each.release().version()))
                .map(each -> each.offer(false, rollout));
    }

    /**
     * Only one release has that name, among the provider's own and the operator's, and no rollout
     * may yet refuse it.
     */
    private boolean isAlone(List<Candidate> there, Wanted wanted) {
        long first = there.getFirst().release().id();
        for (Candidate each : there) {
            if (each.release().id() != first) {
                return false;
            }
        }
        return !choices.rollouts().hold(wanted.provider(), first, false);
    }

    private static boolean isOneFamily(List<Candidate> candidates) {
        for (Candidate each : candidates) {
            if (!each.isForSame(candidates.getFirst())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Offer> companion(Wanted wanted) {
        return Optional.of(wanted)
                .filter(asked -> asked.file().folder().isEmpty())
                .map(asked -> new Beside(asked.provider(), asked.file().name()))
                .flatMap(beside -> companions.of(beside).stream().findFirst())
                .map(file ->
                        new Offer.Of(
                                file.content().digest(),
                                file.content().size(),
                                file.at(),
                                Optional.empty(),
                                Optional.empty(),
                                false));
    }

    /** Its own and the operator's, by the folder as it stands and by the model that it may name. */
    private List<Candidate> there(Wanted wanted) {
        String folder = wanted.file().folder();
        List<Candidate> there = new ArrayList<>(inFolder(wanted, folder));
        int slash = folder.indexOf('/');
        if (slash >= 0) {
            String byModel =
                    Published.folder(folder.substring(0, slash), folder.substring(slash + 1));
            if (!byModel.equals(folder)) {
                there.addAll(inFolder(wanted, byModel));
            }
        }
        return there;
    }

    private List<Candidate> inFolder(Wanted wanted, String folder) {
        String name = wanted.file().name();
        List<Candidate> own = candidates.of(new Key(wanted.provider(), folder, name));
        List<Candidate> operators = candidates.of(new Key(Published.PLATFORM, folder, name));
        if (operators.isEmpty()) {
            return own;
        }
        List<Candidate> both = new ArrayList<>(own);
        both.addAll(operators);
        return both;
    }
}
