package org.fingerpost.redirect.ranges.registering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.possession.Proof;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.RangeView;
import org.fingerpost.redirect.ranges.Wish;
import org.fingerpost.redirect.ranges.changes.Releases;
import org.fingerpost.redirect.ranges.changes.Splits;
import org.jboss.resteasy.reactive.RestResponse;

/** Ranges over HTTP. */
@Path("/api/v1/ranges")
@Tag(name = "Ranges")
@RunOnVirtualThread
class RangeResource {
    private final Ranges ranges;
    private final Releases releases;
    private final Splits splits;
    private final CurrentCaller caller;

    RangeResource(Ranges ranges, Releases releases, Splits splits, CurrentCaller caller) {
        this.ranges = ranges;
        this.releases = releases;
        this.splits = splits;
        this.caller = caller;
    }

    /**
     * Any spelling of a MAC address is taken. {@code company}: whose phones these are; {@code
     * pilotMacs}: the phones, at most 100, that are redirected before the rest; {@code proofs}:
     * codes of cartons or serial numbers, where they are asked for; {@code providerId}: for whom,
     * from the operator only.
     */
    record Body(
            @NotBlank String first,
            @NotBlank String last,
            @NotNull Long targetServerId,
            Optional<@Size(max = 1000) String> company,
            Optional<@Size(max = 100) List<@NotBlank String>> pilotMacs,
            Optional<@Size(max = 100) List<@NotBlank String>> proofs,
            Optional<Long> providerId) {
        Wish wish(Caller by) {
            return new Wish(
                    forWhom(by),
                    new MacRange(MacAddress.parse(first), MacAddress.parse(last)),
                    targetServerId,
                    company.map(String::strip).filter(text -> !text.isEmpty()),
                    pilotMacs.orElse(List.of()).stream().map(MacAddress::parse).toList(),
                    proofs.orElse(List.of()).stream().map(Proof::new).toList());
        }

        private long forWhom(Caller by) {
            return switch (by) {
                case Caller.Operator() ->
                        providerId.orElseThrow(() ->
                                Problem.invalid("invalid-field", "providerId: for whom?")
                                        .with("field", "providerId"));
                case Caller.OfProvider(long own) -> {
                    if (providerId.isPresent() && providerId.get() != own) {
                        throw Problem.forbidden(
                                "operator-key-needed",
                                "only the operator registers for another provider");
                    }
                    yield own;
                }
            };
        }
    }

    @POST
    public RestResponse<RangeView> register(@NotNull @Valid Body body) {
        Wish wish = body.wish(caller.get());
        return switch (ranges.register(caller.get(), wish)) {
            case Assignment.Registered(var made, long commit) ->
                    Revision.of("redirect", commit).created(RangeView.of(made));
            case Assignment.ClashesWithOwn(var other) ->
                    throw Problem.conflict(
                                    "range-overlaps",
                                    wish.range()
                                            + " overlaps your range "
                                            + other.id()
                                            + " ("
                                            + other.range()
                                            + "): ranges nest or stand apart, they never cross")
                            .with("clash", RangeView.of(other));
            case Assignment.ClashesWithForeign() ->
                    throw Problem.conflict(
                            "range-taken", "part of " + wish.range() + " is registered already");
            case Assignment.InsidePilot(var phone, var other) ->
                    throw Problem.conflict(
                                    "range-in-pilot",
                                    "phone "
                                            + phone
                                            + " is tested in the pilot of range "
                                            + other.id()
                                            + ": activate that first, or leave the phone out")
                            .with("clash", RangeView.of(other));
            case Assignment.TooCrowded(int most) ->
                    throw Problem.conflict(
                            "range-too-crowded",
                            "more than " + most + " of your ranges lie inside " + wish.range());
            case Assignment.UnknownOui(var oui) ->
                    throw Problem.invalid(
                                    "unknown-oui",
                                    "no phone's address that is known here begins with "
                                            + oui
                                            + ": ask the operator to register it")
                            .with("field", "first");
            case Assignment.NoSuchTargetServer(long id) ->
                    throw Problem.invalid(
                                    "no-such-target-server", "you have no target server " + id)
                            .with("field", "targetServerId");
        };
    }

    @GET
    @Path("/{id}")
    public RangeView get(long id) {
        return ranges.find(caller.get(), id)
                .map(RangeView::of)
                .orElseThrow(() -> Problem.notFound("no range " + id));
    }

    @DELETE
    @Path("/{id}")
    public RestResponse<Void> release(long id) {
        return Revision.of("redirect", releases.release(caller.get(), id)).noContent();
    }

    /** {@code at}: the first address of the right half. */
    record Cut(@NotBlank String at) {}

    record Halves(RangeView left, RangeView right) {}

    /** Cuts a range in two; the left half keeps the id. */
    @POST
    @Path("/{id}/split")
    public RestResponse<Halves> split(long id, @NotNull @Valid Cut body) {
        Splits.Halves cut = splits.split(caller.get(), id, MacAddress.parse(body.at()));
        return Revision.of("redirect", cut.commit())
                .ok(new Halves(RangeView.of(cut.left()), RangeView.of(cut.right())));
    }
}
