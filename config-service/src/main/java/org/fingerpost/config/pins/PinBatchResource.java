package org.fingerpost.config.pins;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.pins.wishes.BatchWish;
import org.fingerpost.config.pins.wishes.PinBatchBody;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** A provider's PINs over HTTP. They are in one answer and in no other. */
@Path("/api/v1/pin-batches")
@Tag(name = "PINs")
@RunOnVirtualThread
class PinBatchResource {
    private final PinBatches batches;
    private final CurrentCaller caller;
    private final Clock clock;

    PinBatchResource(PinBatches batches, CurrentCaller caller, Clock clock) {
        this.batches = batches;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param counts how the PINs stand now
     * @param pins only in the answer to whoever had them made
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record View(
            long id,
            Optional<String> model,
            int digits,
            int count,
            Instant madeAt,
            Instant expiresAt,
            boolean complete,
            Optional<Instant> voidedAt,
            PinBatch.Counts counts,
            List<PinView> pins) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PinView(String pin, Optional<PhoneNumber> number) {
        /** Without the PIN. */
        @Override
        public String toString() {
            return "PinView[…]";
        }
    }

    @POST
    @ResponseStatus(201)
    public View make(@NotNull @Valid PinBatchBody body) {
        BatchWish wish = body.wish(clock.instant());
        PinBatches.Made made = batches.make(caller.get().provider(), wish);
        List<PinView> pins = new ArrayList<>(made.pins().size());
        for (int i = 0; i < made.pins().size(); i++) {
            pins.add(new PinView(made.pins().get(i).reveal(), wish.pins().get(i).number()));
        }
        return view(made.batch(), pins);
    }

    /** {@code before}: the id before which the page begins, the newest first. */
    @GET
    public List<View> list(
            @RestQuery @DefaultValue("9223372036854775807") long before,
            @RestQuery @DefaultValue("100") @Min(1) @Max(100) int size) {
        return batches.page(caller.get().provider(), before, size).stream()
                .map(batch -> view(batch, List.of()))
                .toList();
    }

    @GET
    @Path("/{id}")
    public View get(long id) {
        return batches.find(caller.get().provider(), id)
                .map(batch -> view(batch, List.of()))
                .orElseThrow(() -> Problem.notFound("no batch of PINs " + id));
    }

    /** Makes the unused PINs of the batch worthless. Phones that were claimed keep their files. */
    @DELETE
    @Path("/{id}")
    public void makeVoid(long id) {
        batches.voidBatch(caller.get().provider(), id);
    }

    private View view(PinBatch batch, List<PinView> pins) {
        return new View(
                batch.id(),
                batch.model(),
                batch.digits(),
                batch.size(),
                batch.madeAt(),
                batch.expiresAt(),
                batch.complete(),
                batch.voidedAt(),
                batches.count(batch),
                pins);
    }
}
