package org.fingerpost.firmware.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All offers as an immutable table. */
final class Offers {
    private static final Offer NONE = new Offer.None();
    private static final Comparator<Published> OLDEST_FIRST =
            Comparator.comparing(Published::at).thenComparing(Published::id);

    private final Map<Name, Offer> offers;

    private Offers(Map<Name, Offer> offers) {
        this.offers = Map.copyOf(offers);
    }

    /** A name at a provider: another provider's file of the same name is another file. */
    private record Name(long provider, FileName file) {}

    static Offers of(Collection<Published> releases) {
        List<Published> oldestFirst = releases.stream().sorted(OLDEST_FIRST).toList();
        Map<Name, Offer> offers = new HashMap<>();
        for (Published release : oldestFirst) {
            release.files()
                    .forEach((file, content) ->
                            offers.put(
                                    new Name(release.provider(), file),
                                    new Offer.Of(
                                            release.version(),
                                            content.digest(),
                                            content.size(),
                                            release.at())));
        }
        return new Offers(offers);
    }

    Offer find(long provider, FileName file) {
        return offers.getOrDefault(new Name(provider, file), NONE);
    }
}
