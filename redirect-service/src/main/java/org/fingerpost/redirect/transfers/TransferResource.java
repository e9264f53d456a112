package org.fingerpost.redirect.transfers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Transfers over HTTP: offered by one provider, answered by the other. */
@Path("/api/v1/transfers")
@Tag(name = "Transfers")
@RunOnVirtualThread
class TransferResource {
    private final Transfers transfers;
    private final CurrentCaller caller;

    TransferResource(Transfers transfers, CurrentCaller caller) {
        this.transfers = transfers;
        this.caller = caller;
    }

    /** {@code expires}: in at most 30 days; in 7 if it is left out. */
    record Offer(
            @NotNull @Size(min = 1, max = 100) List<@NotNull Long> rangeIds,
            @NotNull Long toProvider,
            Optional<Instant> expires) {}

    record Acceptance(@NotNull Long targetServerId) {}

    record View(
            long id,
            long fromProvider,
            long toProvider,
            List<Long> rangeIds,
            String state,
            Instant offeredAt,
            Instant expiresAt) {
        static View of(Transfer transfer) {
            return new View(
                    transfer.id(),
                    transfer.from(),
                    transfer.to(),
                    transfer.ranges(),
                    transfer.state().word(),
                    transfer.offeredAt(),
                    transfer.expiresAt());
        }
    }

    @POST
    public RestResponse<View> offer(@NotNull @Valid Offer body) {
        List<Long> ranges = body.rangeIds().stream().distinct().sorted().toList();
        Transfer offer = transfers.offer(caller.get(), body.toProvider(), ranges, body.expires());
        return RestResponse.status(RestResponse.Status.CREATED, View.of(offer));
    }

    @POST
    @Path("/{id}/accept")
    public RestResponse<View> accept(long id, @NotNull @Valid Acceptance body) {
        Transfers.Accepted accepted = transfers.accept(caller.get(), id, body.targetServerId());
        return Revision.of("redirect", accepted.commit()).ok(View.of(accepted.transfer()));
    }

    @POST
    @Path("/{id}/decline")
    public View decline(long id) {
        return View.of(transfers.decline(caller.get(), id));
    }

    @POST
    @Path("/{id}/cancel")
    public View cancel(long id) {
        return View.of(transfers.cancel(caller.get(), id));
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<View> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return transfers.seenBy(caller.get(), after, size).stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public View get(long id) {
        return transfers
                .find(caller.get(), id)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("no transfer " + id));
    }
}
