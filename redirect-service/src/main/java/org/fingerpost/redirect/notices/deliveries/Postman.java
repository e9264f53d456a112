package org.fingerpost.redirect.notices.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.redirect.egress.http.Came;
import org.fingerpost.redirect.egress.http.EgressClient;
import org.fingerpost.redirect.egress.http.Outgoing;
import org.fingerpost.redirect.egress.http.Outgoing.Trust;
import org.fingerpost.redirect.notices.signing.SecretSafe;
import org.fingerpost.redirect.notices.signing.WebhookSecret;

/** Sends one notice: a CloudEvent as JSON, with the headers that Standard Webhooks names. */
@ApplicationScoped
class Postman {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EgressClient client;
    private final SecretSafe safe;
    private final Clock clock;

    Postman(EgressClient client, SecretSafe safe, Clock clock) {
        this.client = client;
        this.safe = safe;
        this.clock = clock;
    }

    /** No transaction may be open: it takes as long as the receiver likes, up to the patience. */
    Came send(Attempt attempt) {
        Optional<WebhookSecret> secret =
                safe.open(attempt.turn().secret(), attempt.turn().provider());
        return secret.map(opened -> client.send(outgoing(attempt, opened)))
                .orElseGet(() ->
                        new Came.Failed(
                                "its secret does not open with this installation's key: set"
                                        + " the webhook again"));
    }

    private Outgoing outgoing(Attempt attempt, WebhookSecret secret) {
        byte[] body = attempt.notice().event();
        String id = attempt.notice().eventId();
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers =
                Map.of(
                        "content-type",
                        "application/cloudevents+json; charset=UTF-8",
                        "user-agent",
                        "Fingerpost",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(seconds),
                        "webhook-signature",
                        secret.sign(id, seconds, body));
        return new Outgoing(
                "POST", attempt.turn().url(), headers, body, PATIENCE, 0, Trust.CERTIFIED);
    }
}
