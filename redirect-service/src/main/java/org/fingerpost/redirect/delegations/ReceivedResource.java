package org.fingerpost.redirect.delegations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.redirect.delegations.DelegationResource.View;
import org.jboss.resteasy.reactive.RestQuery;

/** Where the caller may register in other providers' ranges. */
@Path("/api/v1/delegations")
@Tag(name = "Delegations")
@RunOnVirtualThread
class ReceivedResource {
    private final Delegations delegations;
    private final CurrentCaller caller;

    ReceivedResource(Delegations delegations, CurrentCaller caller) {
        this.delegations = delegations;
        this.caller = caller;
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<View> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return delegations.openTo(caller.get(), after, size).stream().map(View::of).toList();
    }
}
