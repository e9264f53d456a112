package org.fingerpost.redirect.ranges.changes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.redirect.ranges.RangeView;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What is decided about a range over HTTP: by the operator, and {@code activate} by its provider.
 */
@Path("/api/v1/ranges/{id}")
@Tag(name = "Ranges")
@RunOnVirtualThread
class ApprovalResource {
    private final Approvals approvals;
    private final CurrentCaller caller;

    ApprovalResource(Approvals approvals, CurrentCaller caller) {
        this.approvals = approvals;
        this.caller = caller;
    }

    record Rejection(@NotBlank @Size(max = 1000) String reason) {}

    @POST
    @Path("/approve")
    public RestResponse<RangeView> approve(long id) {
        return answer(approvals.approve(operator(), id));
    }

    @POST
    @Path("/reject")
    public RestResponse<RangeView> reject(long id, @NotNull @Valid Rejection body) {
        return answer(approvals.reject(operator(), id, body.reason().strip()));
    }

    @POST
    @Path("/activate")
    public RestResponse<RangeView> activate(long id) {
        return answer(approvals.activate(caller.get(), id));
    }

    @POST
    @Path("/block")
    public RestResponse<RangeView> block(long id) {
        return answer(approvals.block(operator(), id));
    }

    @POST
    @Path("/unblock")
    public RestResponse<RangeView> unblock(long id) {
        return answer(approvals.unblock(operator(), id));
    }

    private Caller operator() {
        caller.get().mustBeOperator();
        return caller.get();
    }

    private static RestResponse<RangeView> answer(Kept kept) {
        return Revision.of("redirect", kept.commit()).ok(RangeView.of(kept.registration()));
    }
}
