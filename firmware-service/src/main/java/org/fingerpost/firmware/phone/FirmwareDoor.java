package org.fingerpost.firmware.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.access.ProviderRegister;
import org.fingerpost.access.RedirectState;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.firmware.catalog.Offer;
import org.fingerpost.formats.request.UserAgent;

/**
 * {@code GET /fw/{pathKey}/{file}}: the newest published firmware of that name. Firmware is no
 * secret: whoever knows the path key may have it.
 */
@ApplicationScoped
class FirmwareDoor implements PhoneDoor {
    private final RedirectState redirect;
    private final Catalog catalog;
    private final BlobStore blobs;

    FirmwareDoor(RedirectState redirect, Catalog catalog, BlobStore blobs) {
        this.redirect = redirect;
        this.catalog = catalog;
        this.blobs = blobs;
    }

    @Override
    public Answer answer(PhoneRequest request) {
        boolean firmware = request.path().startsWith(FirmwarePath.DIRECTORY);
        Seen seen = by(request, Seen.of(firmware ? Kind.FIRMWARE : Kind.OTHER, Outcome.NONE));
        return FirmwarePath.of(request.path())
                .map(path -> offer(path, seen.withFile(path.file().text())))
                .orElseGet(() -> new Answer.Nothing(seen));
    }

    private Answer offer(FirmwarePath path, Seen seen) {
        Optional<ProviderRegister.Known> provider = redirect.providers().byPathKey(path.pathKey());
        if (provider.isEmpty()) {
            return new Answer.Nothing(seen);
        }
        Seen known = seen.withProvider(provider.get().id());
        return switch (catalog.find(provider.get().id(), path.file())) {
            case Offer.None() -> new Answer.Nothing(known);
            // If the bytes are not on this disk the doorway says 503, never 404: they exist.
            case Offer.Of(_, var digest, long size, var publishedAt) ->
                    new Answer.StoredFile(
                            known.withOutcome(Outcome.SERVED),
                            blobs.path(digest),
                            size,
                            digest.hex(),
                            publishedAt);
        };
    }

    private static Seen by(PhoneRequest request, Seen seen) {
        return request.userAgent().map(UserAgent::parse).map(agent -> by(agent, seen)).orElse(seen);
    }

    private static Seen by(UserAgent agent, Seen seen) {
        Seen told = seen.withModel(agent.model().orElse(""), agent.version().orElse(""));
        return agent.mac().map(mac -> told.withMac(mac.toString())).orElse(told);
    }
}
