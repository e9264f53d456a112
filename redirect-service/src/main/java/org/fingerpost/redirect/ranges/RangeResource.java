package org.fingerpost.redirect.ranges;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Ranges over HTTP. */
@Path("/api/v1/ranges")
@Tag(name = "Ranges")
@RunOnVirtualThread
class RangeResource {
    private final Ranges ranges;
    private final CurrentCaller caller;

    RangeResource(Ranges ranges, CurrentCaller caller) {
        this.ranges = ranges;
        this.caller = caller;
    }

    /** Any spelling of a MAC address is taken. */
    record Body(@NotBlank String first, @NotBlank String last, @NotNull Long targetServerId) {
        MacRange range() {
            return new MacRange(MacAddress.parse(first), MacAddress.parse(last));
        }
    }

    record View(
            long id,
            long providerId,
            String first,
            String last,
            long targetServerId,
            String state) {
        static View of(Registration registration) {
            return new View(
                    registration.id(),
                    registration.provider(),
                    registration.range().first().toString(),
                    registration.range().last().toString(),
                    registration.targetServer(),
                    registration.state().word());
        }
    }

    @POST
    public RestResponse<View> register(@NotNull @Valid Body body) {
        MacRange range = body.range();
        return switch (assign(range, body.targetServerId())) {
            case Assignment.Registered(var made, long commit) ->
                    Revision.of("redirect", commit).created(View.of(made));
            case Assignment.ClashesWithOwn(var other) ->
                    throw Problem.conflict(
                                    "range-overlaps",
                                    range
                                            + " overlaps your range "
                                            + other.id()
                                            + " ("
                                            + other.range()
                                            + "): ranges nest or stand apart, and the outer one is"
                                            + " registered first")
                            .with("clash", View.of(other));
            case Assignment.ClashesWithForeign() -> throw foreign(range);
            case Assignment.NoSuchTargetServer(long id) ->
                    throw Problem.invalid(
                                    "no-such-target-server", "you have no target server " + id)
                            .with("field", "targetServerId");
        };
    }

    /**
     * Between the question and the write somebody may have been quicker; then the constraint says
     * no.
     */
    private Assignment assign(MacRange range, long targetServer) {
        long provider = caller.get().provider();
        try {
            return ranges.register(provider, range, targetServer);
        } catch (PersistenceException e) {
            if (String.valueOf(e.getMessage()).contains("siblings_stand_apart")) {
                throw foreign(range);
            }
            throw e;
        }
    }

    private static Problem foreign(MacRange range) {
        return Problem.conflict("range-taken", "part of " + range + " is registered already");
    }

    /** {@code after}: the id behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<View> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        return ranges.seenBy(caller.get(), after, size).stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public View get(long id) {
        return ranges.find(caller.get(), id)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("no range " + id));
    }

    @POST
    @Path("/{id}/approve")
    public RestResponse<View> approve(long id) {
        caller.get().mustBeOperator();
        Ranges.Approved approved = ranges.approve(id);
        return Revision.of("redirect", approved.commit()).ok(View.of(approved.registration()));
    }

    @DELETE
    @Path("/{id}")
    public RestResponse<Void> release(long id) {
        return Revision.of("redirect", ranges.release(caller.get(), id)).noContent();
    }
}
