package org.fingerpost.firmware.offers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's subscriptions to the operator's releases, by family or by model. */
@Path("/api/v1/subscriptions")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
class SubscriptionResource {
    private final Subscriptions subscriptions;
    private final CurrentCaller caller;

    SubscriptionResource(Subscriptions subscriptions, CurrentCaller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @GET
    public List<String> list() {
        return subscriptions.of(caller.get().provider());
    }

    @PUT
    @Path("/{family}")
    public RestResponse<Void> put(String family) {
        return Revision.of(
                        "firmware",
                        subscriptions.put(caller.get().provider(), FamilyPath.named(family)))
                .noContent();
    }

    @DELETE
    @Path("/{family}")
    public RestResponse<Void> drop(String family) {
        return Revision.of(
                        "firmware",
                        subscriptions.drop(caller.get().provider(), FamilyPath.named(family)))
                .noContent();
    }
}
