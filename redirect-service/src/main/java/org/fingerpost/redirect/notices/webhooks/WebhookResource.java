package org.fingerpost.redirect.notices.webhooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.egress.Destination;
import org.fingerpost.redirect.egress.Egress;
import org.fingerpost.redirect.egress.Pace;
import org.fingerpost.redirect.notices.signing.WebhookSecret;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A provider's webhook over HTTP. */
@Path("/api/v1/webhook")
@Tag(name = "Notices")
@RunOnVirtualThread
class WebhookResource {
    private static final int TESTS_A_MINUTE = 10;

    private final Webhooks webhooks;
    private final Egress egress;
    private final SecureRandom random;
    private final CurrentCaller caller;
    private final Pace pace;

    WebhookResource(
            Webhooks webhooks,
            Egress egress,
            SecureRandom random,
            CurrentCaller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.egress = egress;
        this.random = random;
        this.caller = caller;
        this.pace = new Pace(TESTS_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /** Without a secret, one is made. */
    record Body(@NotBlank String url, String secret) {
        @Override
        public String toString() {
            return "Body[…]";
        }
    }

    record View(
            String url,
            Instant setAt,
            int failures,
            Instant nextTryAt,
            Optional<Instant> lastTryAt,
            String lastAnswer) {
        static View of(Webhook webhook) {
            return new View(
                    webhook.url().toString(),
                    webhook.setAt(),
                    webhook.failures(),
                    webhook.nextTryAt(),
                    webhook.lastTryAt(),
                    webhook.lastAnswer());
        }
    }

    /** {@code secret} is in this answer and nowhere else, and only if it was made here. */
    record Made(String url, Instant setAt, Optional<String> secret) {
        @Override
        public String toString() {
            return "Made[" + url + "]";
        }
    }

    record Told(long noticeId) {}

    /** Sets it in place of the one before. Its name is resolved now, and again for each notice. */
    @PUT
    public Made set(@NotNull @Valid Body body) {
        long provider = caller.get().provider();
        URI url = Webhook.parseUrl(body.url());
        Optional<WebhookSecret> given =
                Optional.ofNullable(body.secret()).map(WebhookSecret::parse);
        mustBeOutside(url);
        WebhookSecret secret = given.orElseGet(() -> WebhookSecret.make(random));
        Webhook webhook = webhooks.set(provider, url, secret);
        Optional<String> shown =
                given.isPresent() ? Optional.empty() : Optional.of(secret.reveal());
        return new Made(webhook.url().toString(), webhook.setAt(), shown);
    }

    @GET
    public View get() {
        return webhooks.find(caller.get().provider())
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("you have set no webhook"));
    }

    @DELETE
    public void remove() {
        webhooks.remove(caller.get().provider());
    }

    /** Tells a notice of kind {@code test}; how it went is told with that notice. */
    @POST
    @Path("/test")
    public RestResponse<Told> test() {
        long provider = caller.get().provider();
        if (!pace.take(provider)) {
            throw Problem.other(
                    429,
                    "too-many-tests",
                    "Too many requests",
                    "a webhook is tested " + TESTS_A_MINUTE + " times a minute at most");
        }
        return RestResponse.status(Status.ACCEPTED, new Told(webhooks.test(provider).id()));
    }

    private void mustBeOutside(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("http") ? 80 : 443;
        switch (egress.check(url.getHost(), port)) {
            case Destination.Open _ -> {
                // That is where it may go.
            }
            case Destination.Closed(var reason) -> throw refused(reason);
            case Destination.Unknown(var reason) -> throw refused(reason);
        }
    }

    private static Problem refused(String reason) {
        return Problem.invalid("address-refused", reason).with("field", "url");
    }
}
