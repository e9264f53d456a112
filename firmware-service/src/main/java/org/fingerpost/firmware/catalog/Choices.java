package org.fingerpost.firmware.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.firmware.catalog.files.Published;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.formats.model.DeviceModel;

/**
 * What a provider chose among releases: which it offers to whom, and for whom it takes the
 * operator's.
 */
record Choices(
        Map<Long, List<Chosen>> offered,
        Map<Long, List<Subscribed>> subscribed,
        Rollouts rollouts) {
    /** The rank of what is offered to a family; to a model is less. */
    private static final int OFFERED = 1;

    static Choices of(
            Collection<Chosen> offered, Collection<Subscribed> subscribed, Rollouts rollouts) {
        return new Choices(
                offered.stream().collect(Collectors.groupingBy(Chosen::provider)),
                subscribed.stream().collect(Collectors.groupingBy(Subscribed::provider)),
                rollouts);
    }

    /** The phones of a family, or of a model, get that release. */
    record Chosen(long provider, FamilyName family, long release) {}

    /** The operator's releases for a family are the provider's too. */
    record Subscribed(long provider, FamilyName family) {}

    /** May such a phone of the provider's have it at all? Who does not say what it is, may. */
    boolean admit(long provider, Optional<DeviceModel> model, Published release) {
        return release.provider() == provider
                || offersOf(provider)
                        .filter(offer -> offer.release == release.id())
                        .anyMatch(offer -> isFor(model, offer.family))
                || release.provider() == Published.PLATFORM
                        && subscribed.getOrDefault(provider, List.of()).stream()
                                .filter(s -> isFor(model, s.family))
                                .anyMatch(s -> meet(s.family, release.family()));
    }

    /**
     * Is the release kept from the phone, because it is rolled out and its turn has not come? An
     * offer says more than that, and so does that the phone runs it already.
     */
    boolean keepBack(Wanted wanted, Published release) {
        boolean runsIt = wanted.running().filter(release.version()::equals).isPresent();
        return rollouts.hold(wanted.provider(), release.id(), runsIt)
                && rank(wanted.provider(), wanted.model(), release) > OFFERED;
    }

    /**
     * Is the release refused to the phone by whatever name, because it is parked or its rollout
     * rests? An offer says more than that, and so does that the phone runs it already.
     */
    boolean refuse(Wanted wanted, Published release) {
        boolean runsIt = wanted.running().filter(release.version()::equals).isPresent();
        return !runsIt
                && rollouts.refuse(wanted, release.id())
                && rank(wanted.provider(), wanted.model(), release) > OFFERED;
    }

    private static boolean isFor(Optional<DeviceModel> model, FamilyName chosen) {
        return model.map(chosen::has).orElse(true);
    }

    /** A model is subscribed to and its family released, or the other way about. */
    private static boolean meet(FamilyName one, FamilyName other) {
        return one.has(other.text()) || other.has(one.text());
    }

    /**
     * How early the release is to be had: what is offered to the model first, then what is to its
     * family, the provider's own, the operator's; among equals the newest.
     */
    int rank(long provider, Optional<DeviceModel> model, Published release) {
        int rank = release.provider() == provider ? OFFERED + 1 : OFFERED + 2;
        for (Chosen offer : offered.getOrDefault(provider, List.of())) {
            if (offer.release == release.id() && isFor(model, offer.family)) {
                boolean ofModel = model.filter(offer.family::isModel).isPresent();
                rank = Math.min(rank, ofModel ? 0 : OFFERED);
            }
        }
        return rank;
    }

    private Stream<Chosen> offersOf(long provider) {
        return offered.getOrDefault(provider, List.of()).stream();
    }
}
