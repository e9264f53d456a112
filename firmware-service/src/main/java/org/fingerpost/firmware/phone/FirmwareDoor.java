package org.fingerpost.firmware.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.access.ProviderRegister;
import org.fingerpost.access.RedirectState;
import org.fingerpost.door.Answer;
import org.fingerpost.door.Lane;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.shedding.ShedClass;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.firmware.catalog.Offer;
import org.fingerpost.firmware.catalog.Wanted;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.shelf.Shelf;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.request.UserAgent;

/**
 * {@code GET /fw/{pathKey}/…}: the firmware of that name for such a phone. Firmware is no secret:
 * whoever knows the path key may have it.
 */
@ApplicationScoped
class FirmwareDoor implements PhoneDoor {
    /** A name that tells the version and one file only: a cache may keep it for a year. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** A name whose bytes may be others tomorrow, or for another phone. */
    private static final String CHECKED = "no-cache";

    /** Where a phone says what it is: another may get another file, or none. */
    private static final String BY_PHONE = "User-Agent";

    private final RedirectState redirect;
    private final Catalog catalog;
    private final Shelf shelf;
    private final Lanes lanes;

    FirmwareDoor(RedirectState redirect, Catalog catalog, Shelf shelf, Lanes lanes) {
        this.redirect = redirect;
        this.catalog = catalog;
        this.shelf = shelf;
        this.lanes = lanes;
    }

    @Override
    public Answer answer(PhoneRequest request) {
        Optional<FirmwarePath> path = FirmwarePath.of(request.path());
        boolean firmware = path.isPresent() || request.path().startsWith(FirmwarePath.DIRECTORY);
        UserAgent agent = request.userAgent().map(UserAgent::parse).orElse(UserAgent.silent());
        Seen seen = by(agent, Seen.of(firmware ? Kind.FIRMWARE : Kind.OTHER, Outcome.NONE));
        return path.map(asked -> offer(asked, agent, seen.withFile(asked.file().name())))
                .orElseGet(() -> new Answer.Nothing(seen));
    }

    @Override
    public ShedClass shedClass(PhoneRequest request) {
        return ShedClass.FIRMWARE;
    }

    private Answer offer(FirmwarePath path, UserAgent agent, Seen seen) {
        Optional<ProviderRegister.Known> provider = redirect.providers().byPathKey(path.pathKey());
        if (provider.isEmpty()) {
            return new Answer.Nothing(seen);
        }
        long id = provider.get().id();
        Seen known = seen.withProvider(id);
        return switch (catalog.find(wanted(id, path, agent))) {
            case Offer.None() -> new Answer.Nothing(known);
            case Offer.Of offered ->
                    answer(offered, id, known.withRollout(offered.rollout().orElse(0L)));
        };
    }

    /** Bytes that are not on this disk are 503, never 404: they exist. */
    private Answer answer(Offer.Of offered, long provider, Seen seen) {
        return switch (shelf.reach(offered.digest(), offered.size())) {
            case Shelf.Reach.Coming(var retryAfter) ->
                    new Answer.NotNow(seen.withOutcome(Outcome.BUSY), retryAfter);
            case Shelf.Reach.Here(var file) ->
                    new Answer.StoredFile(
                            seen.withOutcome(Outcome.SERVED),
                            file,
                            offered.size(),
                            offered.digest().hex(),
                            offered.since(),
                            offered.lasting() ? FOR_EVER : CHECKED,
                            BY_PHONE,
                            Optional.of(lane(provider, offered)),
                            Answer.NO_SEQUEL);
        };
    }

    private Lane lane(long provider, Offer.Of offered) {
        return offered.release()
                .map(release -> lanes.of(provider, release))
                .orElseGet(() -> lanes.of(provider));
    }

    private static Wanted wanted(long provider, FirmwarePath path, UserAgent agent) {
        return new Wanted(
                provider,
                path.file(),
                agent.mac(),
                agent.model().flatMap(DeviceModels::find),
                agent.version().flatMap(Version::find));
    }

    private static Seen by(UserAgent agent, Seen seen) {
        Seen told = seen.withModel(agent.model().orElse(""), agent.version().orElse(""));
        return agent.mac().map(mac -> told.withMac(mac.toString())).orElse(told);
    }
}
