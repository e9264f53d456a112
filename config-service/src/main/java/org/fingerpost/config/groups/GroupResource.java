package org.fingerpost.config.groups;

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
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's groups over HTTP. */
@Path("/api/v1/groups")
@Tag(name = "Groups")
@RunOnVirtualThread
class GroupResource {
    private final Groups groups;
    private final CurrentCaller caller;

    GroupResource(Groups groups, CurrentCaller caller) {
        this.groups = groups;
        this.caller = caller;
    }

    /** {@code parent}: the group that it lies in, if any. */
    record Body(Optional<String> parent) {}

    record View(String name, Optional<String> parent) {
        static View of(Group group) {
            return new View(group.name(), group.parent());
        }
    }

    @PUT
    @Path("/{name}")
    public RestResponse<View> put(String name, @NotNull @Valid Body body) {
        Groups.Kept kept = groups.put(caller.get().provider(), name, body.parent());
        Revision revision = Revision.of("config", kept.commit());
        View view = View.of(kept.group());
        return kept.made() ? revision.created(view) : revision.ok(view);
    }

    @GET
    @Path("/{name}")
    public View get(String name) {
        return groups.find(caller.get().provider(), name)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("no group " + name));
    }

    @GET
    public List<View> list() {
        return groups.of(caller.get().provider()).stream().map(View::of).toList();
    }

    /** Refused while it has devices or groups. */
    @DELETE
    @Path("/{name}")
    public RestResponse<Void> delete(String name) {
        long commit = groups.delete(caller.get().provider(), name);
        return Revision.of("config", commit).noContent();
    }
}
