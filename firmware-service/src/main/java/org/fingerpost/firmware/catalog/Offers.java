package org.fingerpost.firmware.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All offers as an immutable table. */
final class Offers {
    private static final Offer NONE = new Offer.None();

    private final Map<Key, List<Candidate>> candidates;
    private final Map<Beside, Companion> companions;
    private final Choices choices;

    private Offers(
            Map<Key, List<Candidate>> candidates,
            Map<Beside, Companion> companions,
            Choices choices) {
        this.candidates = candidates;
        this.companions = companions;
        this.choices = choices;
    }

    /** An owner's address: another's of the same name is another file. */
    private record Key(long owner, String folder, String name) {}

    private record Beside(long provider, String name) {}

    private record Candidate(
            Published release, FileName file, Published.Content content, boolean exact) {
        Offer offer(boolean alone) {
            boolean lasting = exact && alone && release.minimum().isEmpty();
            return new Offer.Of(content.digest(), content.size(), release.at(), lasting);
        }

        boolean isForSame(Candidate other) {
            return release.family().equals(other.release.family());
        }
    }

    static Offers of(
            Collection<Published> releases, Collection<Companion> companions, Choices choices) {
        Map<Key, List<Candidate>> candidates = new HashMap<>();
        for (Published release : releases) {
            release.files()
                    .forEach((file, content) ->
                            release.addresses(file)
                                    .forEach(address ->
                                            candidates
                                                    .computeIfAbsent(
                                                            new Key(
                                                                    release.provider(),
                                                                    address.folder(),
                                                                    address.name()),
                                                            any -> new ArrayList<>())
                                                    .add(
                                                            new Candidate(
                                                                    release,
                                                                    file,
                                                                    content,
                                                                    address.exact()))));
        }
        Map<Beside, Companion> beside = new HashMap<>();
        companions.forEach(
                file -> beside.put(new Beside(file.provider(), file.name().text()), file));
        return new Offers(Map.copyOf(candidates), Map.copyOf(beside), choices);
    }

    Offer find(Wanted wanted) {
        List<Candidate> there =
                keys(wanted)
                        .flatMap(key -> candidates.getOrDefault(key, List.of()).stream())
                        .toList();
        List<Candidate> meant = there.stream().filter(each -> isFor(wanted, each)).toList();
        List<Candidate> fitting =
                meant.stream().filter(each -> each.release().suits(wanted.running())).toList();
        // Who does not say what it is gets what only one family has.
        if (wanted.model().isEmpty() && families(fitting.isEmpty() ? meant : fitting) > 1) {
            return NONE;
        }
        return best(fitting, wanted)
                .map(each -> each.offer(isAlone(there)))
                .or(() -> best(meant, wanted).flatMap(above -> step(above, wanted)))
                .or(() -> companion(wanted))
                .orElse(NONE);
    }

    private boolean isFor(Wanted wanted, Candidate candidate) {
        Published release = candidate.release();
        return choices.admit(wanted.provider(), wanted.model(), release)
                && wanted.model().map(model -> release.family().has(model)).orElse(true);
    }

    private Optional<Candidate> best(List<Candidate> some, Wanted wanted) {
        return some.stream()
                .min(
                        Comparator.comparing(
                                Candidate::release,
                                choices.best(wanted.provider(), wanted.model())));
    }

    /**
     * A phone that was told to get what it cannot take yet gets the highest version on the way
     * there: it would ask for the same name for ever. Who admits the top admits the ladder.
     */
    private Optional<Offer> step(Candidate above, Wanted wanted) {
        Key bare = new Key(above.release().provider(), "", above.file().text());
        return candidates.getOrDefault(bare, List.of()).stream()
                .filter(each -> each.file().equals(above.file()) && each.isForSame(above))
                .filter(each -> each.release().suits(wanted.running()))
                .filter(each -> each.release().version().isBelow(above.release().version()))
                .max(Comparator.comparing(each -> each.release().version()))
                .map(each -> each.offer(false));
    }

    /** Only one release has that name, among the provider's own and the operator's. */
    private static boolean isAlone(List<Candidate> there) {
        return there.stream().map(each -> each.release().id()).distinct().count() == 1;
    }

    private static long families(List<Candidate> candidates) {
        return candidates.stream().map(each -> each.release().family()).distinct().count();
    }

    private Optional<Offer> companion(Wanted wanted) {
        return Optional.of(wanted)
                .filter(asked -> asked.file().folder().isEmpty())
                .map(asked -> companions.get(new Beside(asked.provider(), asked.file().name())))
                .map(file ->
                        new Offer.Of(
                                file.content().digest(), file.content().size(), file.at(), false));
    }

    /** Its own and the operator's, by the folder as it stands and by the model that it may name. */
    private static Stream<Key> keys(Wanted wanted) {
        AskedFile file = wanted.file();
        int slash = file.folder().indexOf('/');
        String byModel =
                slash < 0
                        ? file.folder()
                        : Published.folder(
                                file.folder().substring(0, slash),
                                file.folder().substring(slash + 1));
        return Stream.of(file.folder(), byModel)
                .distinct()
                .flatMap(folder ->
                        Stream.of(wanted.provider(), Published.PLATFORM)
                                .map(owner -> new Key(owner, folder, file.name())));
    }
}
