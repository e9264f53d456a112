package org.fingerpost.firmware.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Rule;

/** Which phones a provider's rollouts give which release, by rule. */
record Rollouts(Map<Long, List<Ruled>> ofProvider) {
    static final Rollouts NONE = new Rollouts(Map.of());

    /**
     * A rollout as its record tells it.
     *
     * @param release given to phones that the rule lets in
     * @param holds releases that no other phone is given for a name that tells no version
     * @param rests nobody new gets it for now, or ever
     * @param parked phones that are off the rule
     */
    record Ruled(
            long id,
            long provider,
            long release,
            Set<Long> holds,
            Rule rule,
            boolean rests,
            Set<MacAddress> parked) {
        Ruled {
            holds = Set.copyOf(holds);
            parked = Set.copyOf(parked);
        }

        boolean lets(Wanted wanted) {
            return wanted.mac().isPresent()
                    && wanted.model().isPresent()
                    && rule.lets(
                            wanted.mac().get(),
                            wanted.model().get(),
                            wanted.running().map(Version::text))
                    && !parked.contains(wanted.mac().get());
        }

        /** Of a phone that names itself, and of no other: who is not sure refuses nobody. */
        boolean refuses(Wanted wanted) {
            return wanted.mac().isPresent()
                    && (parked.contains(wanted.mac().get()) || rests && isMeantFor(wanted));
        }

        /** While it rests its rule says nothing of the versions that it was for. */
        private boolean isMeantFor(Wanted wanted) {
            return wanted.model().isPresent()
                    && rule.isFor(wanted.mac().get(), wanted.model().get());
        }
    }

    /** The newest rollout goes before those that were there. */
    static Rollouts of(Collection<Ruled> all) {
        return new Rollouts(
                all.stream()
                        .sorted(Comparator.comparing(Ruled::id).reversed())
                        .collect(Collectors.groupingBy(Ruled::provider)));
    }

    /** The rollout that gives the phone its release, if a rule lets it in. */
    Optional<Ruled> given(Wanted wanted) {
        for (Ruled ruled : of(wanted.provider())) {
            if (ruled.lets(wanted)) {
                return Optional.of(ruled);
            }
        }
        return Optional.empty();
    }

    /**
     * Is the release kept from phones that no rule lets in? From those that run it only when it is
     * rolled back: who had it before there was a rollout is not led back by a draft.
     */
    boolean hold(long provider, long release, boolean runsIt) {
        for (Ruled ruled : of(provider)) {
            if (ruled.holds().contains(release) && !(runsIt && ruled.release() == release)) {
                return true;
            }
        }
        return false;
    }

    /** Does a rollout refuse its release to this phone, under any name? */
    boolean refuse(Wanted wanted, long release) {
        return of(wanted.provider()).stream()
                .anyMatch(ruled -> ruled.holds().contains(release) && ruled.refuses(wanted));
    }

    private List<Ruled> of(long provider) {
        return ofProvider.getOrDefault(provider, List.of());
    }
}
