package org.fingerpost.config.pins.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.access.RedirectState;
import org.fingerpost.config.devices.Device;
import org.fingerpost.config.pins.claiming.ClaimOutcome;
import org.fingerpost.config.pins.claiming.PhoneClaims;
import org.fingerpost.config.pins.page.ClaimForm.Field;
import org.fingerpost.door.sightings.OnceAMinute;
import org.fingerpost.problems.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The page for people. It needs no defence against forged requests: there is no session and no
 * cookie, nothing that a foreign page could borrow from a browser; who sends this form with a right
 * PIN could as well send it himself.
 */
@Path("/claim/{pathKey}")
@Produces("text/html; charset=UTF-8")
@RunOnVirtualThread
class ClaimPageResource {
    private static final Logger LOG = Logger.getLogger(ClaimPageResource.class);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String REFUSED =
            "This PIN was not accepted. Check the PIN and the telephone number; a PIN can be used"
                    + " once, and not after its last day.";
    private static final String NOT_HERE =
            "The PIN is right, but this phone cannot be set up with it. Please call your telephone"
                    + " provider.";

    private final RedirectState redirect;
    private final PhoneClaims claims;
    private final OnceAMinute trouble = new OnceAMinute();

    ClaimPageResource(RedirectState redirect, PhoneClaims claims) {
        this.redirect = redirect;
        this.claims = claims;
    }

    @GET
    @Operation(hidden = true)
    public Response form(String pathKey) {
        return provider(pathKey).isPresent() ? answer(200, ClaimPage.blank()) : noPage();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response claim(
            String pathKey,
            @RestForm Optional<String> mac,
            @RestForm Optional<String> pin,
            @RestForm Optional<String> number,
            @RestForm Optional<String> model,
            HttpServerRequest request) {
        Optional<Known> provider = provider(pathKey);
        if (provider.isEmpty()) {
            return noPage();
        }
        ClaimForm form =
                new ClaimForm(mac.orElse(""), pin.orElse(""), number.orElse(""), model.orElse(""));
        Map<Field, String> slips = form.slips();
        return slips.isEmpty()
                ? decided(form, provider.get().id(), Neighbourhood.of(request.remoteAddress()))
                : answer(422, ClaimPage.form(form, slips, ""));
    }

    private Response decided(ClaimForm form, long provider, String address) {
        return switch (claims.decide(form.claim(provider, address))) {
            case ClaimOutcome.Made(Device device, long _) -> done(device);
            case ClaimOutcome.Again(Device device) -> done(device);
            case ClaimOutcome.Refused() ->
                    answer(422, ClaimPage.form(form, Map.of(Field.PIN, REFUSED), REFUSED));
            case ClaimOutcome.ModelNeeded() ->
                    model(form, "Say what model the phone is, and enter the PIN again.");
            case ClaimOutcome.OtherModel(String wanted) ->
                    model(form, "This PIN is for a " + wanted + ".");
            case ClaimOutcome.LockedOut(Duration wait) -> lockedOut(wait);
        };
    }

    private static Response model(ClaimForm form, String error) {
        return answer(422, ClaimPage.form(form, Map.of(Field.MODEL, error), ""));
    }

    private static Response done(Device device) {
        return answer(
                200,
                ClaimPage.message(
                        "Your phone is set up",
                        "The phone "
                                + device.mac()
                                + " gets its settings the next time it asks for them. To have it"
                                + " ask now, unplug it and plug it in again."));
    }

    private static Response lockedOut(Duration wait) {
        String text =
                "Too many PINs were wrong. Wait "
                        + (wait.toMinutes() + 1)
                        + " minutes and try again, or call your telephone provider.";
        return later(429, wait, ClaimPage.message("Try again later", text));
    }

    private static Response noPage() {
        return answer(404, ClaimPage.message("There is no such page", "Check the address."));
    }

    /** The PIN is right and the phone is not to be had: whose it is is not told. */
    @ServerExceptionMapper
    Response refused(Problem problem) {
        if (problem.status() == 503) {
            return notNow();
        }
        boolean ofModel = Field.MODEL.name().equalsIgnoreCase("" + problem.body().get("field"));
        String text = ofModel ? "This model is not known. Go back and check it." : NOT_HERE;
        return answer(problem.status(), ClaimPage.message("The phone was not set up", text));
    }

    /** The framework found fault with the form itself: no browser sends such a one. */
    @ServerExceptionMapper
    Response unreadable(WebApplicationException failure) {
        return answer(
                failure.getResponse().getStatus(),
                ClaimPage.message("The form was not read", "Go back and try again."));
    }

    @ServerExceptionMapper
    Response broken(RuntimeException failure) {
        trouble.run(() -> LOG.errorf(failure, "the claim page answered with 503"));
        return notNow();
    }

    private static Response notNow() {
        return later(503, SOON, ClaimPage.message("Not now", "Please try again in a few minutes."));
    }

    private static Response later(int status, Duration wait, String html) {
        return Response.fromResponse(answer(status, html))
                .header("Retry-After", wait.toSeconds() + 1)
                .build();
    }

    private static Response answer(int status, String html) {
        return Response.status(status)
                .header("Content-Security-Policy", ClaimPage.POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .type("text/html; charset=UTF-8")
                .entity(html)
                .build();
    }

    private Optional<Known> provider(String pathKey) {
        return redirect.providers().byPathKey(pathKey);
    }
}
