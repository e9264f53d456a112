package org.fingerpost.firmware.releases;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Releases over HTTP; they come in by {@code releases.intake}. */
@Path("/api/v1/releases")
@Tag(name = "Releases")
@RunOnVirtualThread
class ReleaseResource {
    private final Releases releases;
    private final CurrentCaller caller;

    ReleaseResource(Releases releases, CurrentCaller caller) {
        this.releases = releases;
        this.caller = caller;
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<ReleaseView> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return releases.seenBy(caller.get(), after, size).stream().map(ReleaseView::of).toList();
    }

    @GET
    @Path("/{id}")
    public ReleaseView get(long id) {
        return releases.find(caller.get(), id)
                .map(ReleaseView::of)
                .orElseThrow(() -> Problem.notFound("no release " + id));
    }

    @POST
    @Path("/{id}/publish")
    public RestResponse<ReleaseView> publish(long id) {
        Releases.Kept kept = releases.publish(caller.get(), id);
        return Revision.of("firmware", kept.commit()).ok(ReleaseView.of(kept.release()));
    }

    /**
     * No phone gets it from now on; the version is used up. {@code offers=drop}, of the operator,
     * takes back whatever providers offer of it; otherwise an offer stands in the way.
     */
    @POST
    @Path("/{id}/withdraw")
    public RestResponse<ReleaseView> withdraw(
            long id,
            @RestQuery @DefaultValue("keep") @Pattern(regexp = "keep|drop") String offers) {
        boolean drop = offers.equals("drop");
        if (drop) {
            caller.get().mustBeOperator();
        }
        Releases.Kept kept = releases.withdraw(caller.get(), id, drop);
        return Revision.of("firmware", kept.commit()).ok(ReleaseView.of(kept.release()));
    }

    /** Of a draft. What was published stays, at least as withdrawn. */
    @DELETE
    @Path("/{id}")
    public RestResponse<Void> drop(long id) {
        return Revision.of("firmware", releases.drop(caller.get(), id)).noContent();
    }
}
