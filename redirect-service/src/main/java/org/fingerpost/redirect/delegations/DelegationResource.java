package org.fingerpost.redirect.delegations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.MacRange;
import org.jboss.resteasy.reactive.RestResponse;

/** A range's delegations over HTTP, for its owner. */
@Path("/api/v1/ranges/{id}/delegations")
@Tag(name = "Delegations")
@RunOnVirtualThread
class DelegationResource {
    private final Delegations delegations;
    private final CurrentCaller caller;

    DelegationResource(Delegations delegations, CurrentCaller caller) {
        this.delegations = delegations;
        this.caller = caller;
    }

    record Body(@NotBlank String first, @NotBlank String last, @NotNull Long toProvider) {}

    record View(
            long id,
            long rangeId,
            long providerId,
            long toProvider,
            String first,
            String last,
            Instant openedAt) {
        static View of(Delegation delegation) {
            return new View(
                    delegation.id(),
                    delegation.range(),
                    delegation.provider(),
                    delegation.to(),
                    delegation.part().first().toString(),
                    delegation.part().last().toString(),
                    delegation.openedAt());
        }
    }

    /** Lets {@code toProvider} register in a part of the range. */
    @POST
    public RestResponse<View> open(long id, @NotNull @Valid Body body) {
        MacRange part = new MacRange(MacAddress.parse(body.first()), MacAddress.parse(body.last()));
        Delegation opened = delegations.open(caller.get(), id, part, body.toProvider());
        return RestResponse.status(RestResponse.Status.CREATED, View.of(opened));
    }

    @GET
    public List<View> ofRange(long id) {
        return delegations.of(caller.get(), id).stream().map(View::of).toList();
    }

    @DELETE
    @Path("/{delegation}")
    public void close(long id, long delegation) {
        delegations.close(caller.get(), id, delegation);
    }
}
