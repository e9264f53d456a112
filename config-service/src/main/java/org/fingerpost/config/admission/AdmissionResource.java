package org.fingerpost.config.admission;

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
import org.fingerpost.config.assembly.AdmissionMode;
import org.fingerpost.config.assembly.AdmissionModes;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's admission modes over HTTP: its own, and those of groups. */
@Path("/api/v1/admission")
@Tag(name = "Admission")
@RunOnVirtualThread
class AdmissionResource {
    private final Admissions admissions;
    private final CurrentCaller caller;

    AdmissionResource(Admissions admissions, CurrentCaller caller) {
        this.admissions = admissions;
        this.caller = caller;
    }

    record Body(@NotNull AdmissionMode mode) {}

    /** {@code groups}: those with a mode of their own. */
    record View(AdmissionMode mode, Map<String, AdmissionMode> groups) {
        static View of(AdmissionModes modes) {
            return new View(modes.own(), new TreeMap<>(modes.groups()));
        }
    }

    record GroupView(String group, AdmissionMode mode) {}

    /** {@code open} gives every file to whoever knows a MAC address: it is never the default. */
    @PUT
    public RestResponse<View> change(@NotNull @Valid Body body) {
        return answer(admissions.change(caller.get().provider(), body.mode()));
    }

    @GET
    public View get() {
        return View.of(admissions.modes(caller.get().provider()));
    }

    /** For the devices of this group, and of those in it that have no mode of their own. */
    @PUT
    @Path("/groups/{group}")
    public RestResponse<View> changeGroup(String group, @NotNull @Valid Body body) {
        return answer(
                admissions.changeGroup(caller.get().provider(), group, Optional.of(body.mode())));
    }

    @GET
    @Path("/groups/{group}")
    public GroupView getGroup(String group) {
        return Optional.ofNullable(admissions.modes(caller.get().provider()).groups().get(group))
                .map(mode -> new GroupView(group, mode))
                .orElseThrow(
                        () -> Problem.notFound("no admission mode of the group's own: " + group));
    }

    /** The group follows the groups around it again, and at last the provider. */
    @DELETE
    @Path("/groups/{group}")
    public RestResponse<View> leaveGroup(String group) {
        return answer(admissions.changeGroup(caller.get().provider(), group, Optional.empty()));
    }

    private static RestResponse<View> answer(Admissions.Kept kept) {
        return Revision.of("config", kept.commit()).ok(View.of(kept.modes()));
    }
}
