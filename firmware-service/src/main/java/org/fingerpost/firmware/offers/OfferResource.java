package org.fingerpost.firmware.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's offers over HTTP, by family or by model. */
@Path("/api/v1/offers")
@Tag(name = "Offers")
@RunOnVirtualThread
class OfferResource {
    private final FamilyOffers offers;
    private final CurrentCaller caller;

    OfferResource(FamilyOffers offers, CurrentCaller caller) {
        this.offers = offers;
        this.caller = caller;
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(
            String family,
            long release,
            String version,
            String folder,
            String prefix,
            String postfix,
            @JsonProperty("P194") Optional<Integer> autoUpgrade,
            @JsonProperty("P238") Optional<Integer> check) {
        static View of(FamilyOffer offer) {
            return new View(
                    offer.family().text(),
                    offer.release(),
                    offer.version().text(),
                    offer.folder(),
                    offer.prefix(),
                    offer.postfix(),
                    offer.autoUpgrade(),
                    offer.check());
        }
    }

    @GET
    public List<View> list() {
        return offers.of(caller.get().provider()).stream().map(View::of).toList();
    }

    /** The phones of the family are told so with their next config file. */
    @PUT
    @Path("/{family}")
    public RestResponse<View> put(String family, @NotNull @Valid Wish wish) {
        FamilyOffers.Kept kept =
                offers.put(caller.get().provider(), FamilyPath.named(family), wish);
        return Revision.of("firmware", kept.commit()).ok(View.of(kept.offer()));
    }

    @DELETE
    @Path("/{family}")
    public RestResponse<Void> drop(String family) {
        long commit = offers.drop(caller.get().provider(), FamilyPath.named(family));
        return Revision.of("firmware", commit).noContent();
    }
}
