package org.fingerpost.config.pins.claiming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.devices.Device;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.pins.numbers.Pin;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;

/** Claims as a provider's telephone system sends them. */
@Path("/api/v1/claims")
@Tag(name = "PINs")
@RunOnVirtualThread
class ClaimResource {
    private final PhoneClaims claims;
    private final CurrentCaller caller;
    private final Clock clock;

    ClaimResource(PhoneClaims claims, CurrentCaller caller, Clock clock) {
        this.claims = claims;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param number the telephone number that the person gave
     * @param caller whatever tells this caller from others; failures are counted by it
     */
    record Body(
            @NotBlank String mac,
            Optional<PhoneNumber> number,
            @NotBlank
                    @Size(max = 256)
                    @Pattern(regexp = "\\P{Cntrl}*", message = "has control characters")
                    String caller,
            @NotNull Pin pin,
            Optional<String> model) {

        PhoneClaim claim(long provider) {
            return new PhoneClaim(
                    provider,
                    MacAddress.parse(mac),
                    number,
                    pin,
                    model,
                    new PhoneClaim.Origin.Call(caller.strip().toLowerCase(Locale.ROOT)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record View(String mac, String model, Optional<PhoneNumber> number, Window window) {}

    /** In which the phone has to fetch its file for the first time. */
    record Window(String state, Instant until) {}

    @POST
    @APIResponseSchema(value = View.class, responseCode = "201")
    public Response claim(@NotNull @Valid Body body) {
        return switch (claims.decide(body.claim(caller.get().provider()))) {
            case ClaimOutcome.Made(Device device, long commit) ->
                    Response.status(Response.Status.CREATED)
                            .header(Revision.HEADER, Revision.of("config", commit))
                            .entity(view(device, body))
                            .build();
            case ClaimOutcome.Again(Device device) -> Response.ok(view(device, body)).build();
            case ClaimOutcome.LockedOut(Duration wait) -> lockedOut(wait);
            case ClaimOutcome.Refused() ->
                    throw Problem.invalid(
                            "pin-refused", "there is no such PIN for this number, or no longer");
            case ClaimOutcome.ModelNeeded() ->
                    throw Problem.invalid("model-needed", "say what model the phone is")
                            .with("field", "model");
            case ClaimOutcome.OtherModel(String wanted) ->
                    throw Problem.invalid("other-model", "this PIN is for a " + wanted)
                            .with("field", "model");
        };
    }

    /**
     * Not the words of a refusal: nobody has looked at the PIN, so they would tell nothing more.
     */
    private static Response lockedOut(Duration wait) {
        Problem problem =
                Problem.other(
                        429,
                        "too-many-failures",
                        "Too many claims have failed",
                        "this PIN was not looked at, since too many were wrong before; try again"
                                + " later");
        return Response.status(problem.status())
                .header("Retry-After", wait.toSeconds() + 1)
                .type("application/problem+json")
                .entity(problem.body())
                .build();
    }

    private View view(Device device, Body body) {
        String state = device.windowIsOpen(clock.instant()) ? "open" : "closed";
        return new View(
                device.mac().toString(),
                device.model(),
                body.number(),
                new Window(state, device.armedUntil()));
    }
}
