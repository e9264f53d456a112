package org.fingerpost.firmware.rollouts.steering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.rollouts.progress.Progress;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Rollouts over HTTP. */
@Path("/api/v1/rollouts")
@Tag(name = "Rollouts")
@RunOnVirtualThread
class RolloutResource {
    private final Drafts drafts;
    private final Steering steering;
    private final Rollouts rollouts;
    private final Progress progress;
    private final CurrentCaller caller;

    RolloutResource(
            Drafts drafts,
            Steering steering,
            Rollouts rollouts,
            Progress progress,
            CurrentCaller caller) {
        this.drafts = drafts;
        this.steering = steering;
        this.rollouts = rollouts;
        this.progress = progress;
        this.caller = caller;
    }

    /** What a rollback gives the phones back; nothing: what the rollout said. */
    record Back(Optional<@Min(1) Long> release) {}

    /** A draft: its release is held from now on, and goes to nobody before it is started. */
    @POST
    public RestResponse<RolloutView> draft(@NotNull @Valid RolloutWish wish) {
        Rollouts.Kept kept = drafts.draft(who(), wish);
        return Revision.of("firmware", kept.commit()).created(RolloutView.of(kept.rollout()));
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<RolloutView> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return rollouts.seenBy(caller.get(), after, size).stream().map(RolloutView::of).toList();
    }

    @GET
    @Path("/{id}")
    public RolloutView get(long id) {
        return RolloutView.of(found(id));
    }

    /** By another API key than the one that made it; needed above the blast radius. */
    @POST
    @Path("/{id}/approve")
    public RestResponse<RolloutView> approve(long id) {
        return answer(steering.approve(who(), id));
    }

    /** Waves open from now on, the first at once if its window is open. */
    @POST
    @Path("/{id}/start")
    public RestResponse<RolloutView> start(long id) {
        boolean small = progress.isSmall(progress.radius(found(id)));
        Rollouts.Kept kept = steering.start(who(), id, small);
        progress.goOn(kept.rollout(), Optional.empty());
        return answer(new Rollouts.Kept(found(id), kept.commit()));
    }

    /** Nobody new gets the release; who has it keeps it. */
    @POST
    @Path("/{id}/pause")
    public RestResponse<RolloutView> pause(long id) {
        return answer(steering.pause(who(), id));
    }

    @POST
    @Path("/{id}/resume")
    public RestResponse<RolloutView> resume(long id) {
        return answer(steering.resume(who(), id));
    }

    /** As a pause, for good. */
    @POST
    @Path("/{id}/abort")
    public RestResponse<RolloutView> abort(long id) {
        return answer(steering.abort(who(), id));
    }

    /** The phones that were let in are told to get what they had before. */
    @POST
    @Path("/{id}/rollback")
    public RestResponse<RolloutView> rollBack(long id, @NotNull @Valid Back back) {
        return answer(steering.rollBack(who(), id, back.release()));
    }

    /** Of one that is over. Its release is like any other from now on. */
    @DELETE
    @Path("/{id}")
    public RestResponse<Void> drop(long id) {
        return Revision.of("firmware", steering.drop(who(), id)).noContent();
    }

    private Rollout found(long id) {
        return rollouts.find(caller.get(), id)
                .orElseThrow(() -> Problem.notFound("no rollout " + id));
    }

    private Who who() {
        return new Who(caller.get(), caller.key().id());
    }

    private static RestResponse<RolloutView> answer(Rollouts.Kept kept) {
        return Revision.of("firmware", kept.commit()).ok(RolloutView.of(kept.rollout()));
    }
}
