package org.fingerpost.redirect.targets;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.jboss.resteasy.reactive.RestResponse;

/** Target servers over HTTP. */
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

    record Body(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 300) String configUrl,
            @NotBlank @Size(max = 300) String firmwareUrl) {
        TargetServers.Wish wish(HttpServerRequest request) {
            String calledAs = request.authority() == null ? "" : request.authority().toString();
            return new TargetServers.Wish(
                    name.strip(),
                    ServerUrl.parse(configUrl),
                    ServerUrl.parse(firmwareUrl),
                    calledAs);
        }
    }

    /** {@code warnings}: what will work for most phones and surprise some. */
    record View(
            long id,
            long providerId,
            String name,
            String configUrl,
            String firmwareUrl,
            List<String> warnings) {
        static View of(TargetServer server) {
            return new View(
                    server.id(),
                    server.provider(),
                    server.name(),
                    server.configUrl().toString(),
                    server.firmwareUrl().toString(),
                    server.warnings());
        }
    }

    @POST
    public RestResponse<View> register(@NotNull @Valid Body body, HttpServerRequest request) {
        TargetServers.Kept made = servers.register(caller.get().provider(), body.wish(request));
        return Revision.of("redirect", made.commit()).created(View.of(made.server()));
    }

    @PUT
    @Path("/{id}")
    public RestResponse<View> change(
            long id, @NotNull @Valid Body body, HttpServerRequest request) {
        TargetServers.Kept kept = servers.change(caller.get().provider(), id, body.wish(request));
        return Revision.of("redirect", kept.commit()).ok(View.of(kept.server()));
    }

    @GET
    public List<View> list() {
        return servers.seenBy(caller.get()).stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public View get(long id) {
        return servers.find(caller.get(), id)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("no target server " + id));
    }
}
