package org.fingerpost.config.staggering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.turns.PaceForm;
import org.fingerpost.config.turns.Pacing;
import org.jboss.resteasy.reactive.RestResponse;

/** How a provider wants its phones to come, over HTTP. */
@Path("/api/v1/staggering")
@Tag(name = "Staggering")
@RunOnVirtualThread
class StaggeringResource {
    private final Staggering staggering;
    private final CurrentCaller caller;

    StaggeringResource(Staggering staggering, CurrentCaller caller) {
        this.staggering = staggering;
        this.caller = caller;
    }

    /** {@code pace}: the provider's own; {@code groups}: those with one of their own. */
    record View(Optional<PaceForm> pace, Map<String, PaceForm> groups) {
        static View of(Pacing pacing) {
            Map<String, PaceForm> groups = new TreeMap<>();
            pacing.groups().forEach((name, pace) -> groups.put(name, PaceForm.of(pace)));
            return new View(pacing.own().map(PaceForm::of), groups);
        }
    }

    @GET
    public View get() {
        return staggering
                .pacing(caller.get().provider())
                .map(View::of)
                .orElseGet(() -> new View(Optional.empty(), Map.of()));
    }

    /** For each device that is in no group with a pace of its own. */
    @PUT
    public RestResponse<View> change(@NotNull @Valid PaceForm pace) {
        return changed(Optional.empty(), Optional.of(pace));
    }

    /** Phones are told nothing about when to come; what they were told stays with them. */
    @DELETE
    public RestResponse<View> stop() {
        return changed(Optional.empty(), Optional.empty());
    }

    /** For the devices of this group, and of those in it that have no pace of their own. */
    @PUT
    @Path("/groups/{group}")
    public RestResponse<View> changeGroup(String group, @NotNull @Valid PaceForm pace) {
        return changed(Optional.of(group), Optional.of(pace));
    }

    /** The group follows the groups around it again, and at last the provider. */
    @DELETE
    @Path("/groups/{group}")
    public RestResponse<View> leaveGroup(String group) {
        return changed(Optional.of(group), Optional.empty());
    }

    private RestResponse<View> changed(Optional<String> group, Optional<PaceForm> pace) {
        Staggering.Kept kept =
                staggering.change(caller.get().provider(), group, pace.map(PaceForm::toPace));
        return Revision.of("config", kept.commit()).ok(View.of(kept.pacing()));
    }
}
