package org.fingerpost.firmware.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the offers. A release that is offered is published, and stays so. */
@ApplicationScoped
class FamilyOffers {
    private static final String TYPE = "org.fingerpost.firmware.offer.v1";

    private final OfferRows rows;
    private final Releases releases;
    private final FirmwareServer server;
    private final Outbox outbox;

    FamilyOffers(OfferRows rows, Releases releases, FirmwareServer server, Outbox outbox) {
        this.rows = rows;
        this.releases = releases;
        this.server = server;
        this.outbox = outbox;
    }

    /** An offer as it now is. */
    record Kept(FamilyOffer offer, long commit) {}

    /** From now on config tells the phones. */
    @Transactional
    Kept put(long provider, FamilyName family, Wish wish) {
        FirmwareRelease release =
                releases.published(provider, wish.release())
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "no-such-release",
                                        "there is no published release " + wish.release()));
        if (!release.family().has(family.text())) {
            throw Problem.invalid(
                    "not-for-this-family",
                    "release " + release.id() + " is for " + release.family() + ", not " + family);
        }
        FamilyOffer offer =
                new FamilyOffer(
                        provider,
                        family,
                        release.id(),
                        release.version(),
                        wish.folder(release),
                        wish.prefix(release),
                        wish.postfix(release),
                        wish.autoUpgrade(),
                        wish.check());
        Optional<String> directory = server.directory(provider, offer.folder());
        if (wish.byFolder() && directory.isEmpty()) {
            throw Problem.conflict(
                    "no-public-url",
                    "a folder needs an address: set fingerpost.firmware.public-url, or offer by"
                            + " postfix");
        }
        rows.put(offer);
        return new Kept(offer, outbox.append(key(provider, family), TYPE, state(offer, directory)));
    }

    /**
     * From now on this room says nothing to the family's phones.
     *
     * @throws Problem if there is none
     */
    @Transactional
    long drop(long provider, FamilyName family) {
        if (!rows.delete(provider, family)) {
            throw Problem.notFound("you offer nothing to " + family);
        }
        return outbox.appendGone(key(provider, family), TYPE);
    }

    @Transactional
    List<FamilyOffer> of(long provider) {
        return rows.of(provider);
    }

    /** Refuses, unless it may drop the offers: phones would be told to get what is not served. */
    void withdrawing(@Observes Releases.Withdrawing event) {
        List<FamilyOffer> offers = rows.naming(event.release().id());
        if (event.evenIfOffered()) {
            offers.forEach(this::takeBack);
        } else if (!offers.isEmpty()) {
            throw Problem.conflict(
                            "release-offered",
                            "it is offered to phones: offer another to them, or nothing")
                    .with("families", offers.stream().map(o -> o.family().text()).toList());
        }
    }

    /** Its provider may have been quicker. */
    private void takeBack(FamilyOffer offer) {
        if (rows.delete(offer.provider(), offer.family())) {
            outbox.appendGone(key(offer.provider(), offer.family()), TYPE);
        }
    }

    private static State state(FamilyOffer offer, Optional<String> directory) {
        return new State(
                offer.provider(),
                offer.family().text(),
                offer.release(),
                offer.version().text(),
                directory,
                offer.prefix(),
                offer.postfix(),
                offer.autoUpgrade(),
                offer.check());
    }

    private static String key(long provider, FamilyName family) {
        return "offer/" + provider + "/" + family;
    }

    private record State(
            long provider,
            String family,
            long release,
            String version,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> server,
            String prefix,
            String postfix,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) @JsonProperty("P194")
                    Optional<Integer> autoUpgrade,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) @JsonProperty("P238")
                    Optional<Integer> check) {}
}
