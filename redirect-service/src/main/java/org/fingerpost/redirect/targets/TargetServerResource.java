package org.fingerpost.redirect.targets;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** Target servers over HTTP. Secrets are masked in every answer. */
@Path("/api/v1/target-servers")
@Tag(name = "Target servers")
@RunOnVirtualThread
class TargetServerResource {
    private final TargetServers servers;
    private final CurrentCaller caller;

    TargetServerResource(TargetServers servers, CurrentCaller caller) {
        this.servers = servers;
        this.caller = caller;
    }

    @POST
    public RestResponse<TargetServerView> register(
            @NotNull @Valid TargetServerBody body, HttpServerRequest request) {
        TargetServers.Kept made = servers.register(caller.get().provider(), body.wish(request));
        return Revision.of("redirect", made.commit()).created(TargetServerView.of(made.server()));
    }

    @PUT
    @Path("/{id}")
    public RestResponse<TargetServerView> change(
            long id, @NotNull @Valid TargetServerBody body, HttpServerRequest request) {
        TargetServers.Kept kept = servers.change(caller.get().provider(), id, body.wish(request));
        return Revision.of("redirect", kept.commit()).ok(TargetServerView.of(kept.server()));
    }

    @GET
    public List<TargetServerView> list() {
        return servers.seenBy(caller.get()).stream().map(TargetServerView::of).toList();
    }

    @GET
    @Path("/{id}")
    public TargetServerView get(long id) {
        return servers.find(caller.get(), id)
                .map(TargetServerView::of)
                .orElseThrow(() -> Problem.notFound("no target server " + id));
    }
}
