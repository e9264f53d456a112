package org.fingerpost.config.admission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.assembly.AdmissionMode;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's admission mode over HTTP. */
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

    record View(AdmissionMode mode) {}

    /** {@code open} gives every file to whoever knows a MAC address: it is never the default. */
    @PUT
    public RestResponse<View> change(@NotNull @Valid Body body) {
        long commit = admissions.change(caller.get().provider(), body.mode());
        return Revision.of("config", commit).ok(new View(body.mode()));
    }

    @GET
    public View get() {
        return new View(admissions.of(caller.get().provider()));
    }
}
