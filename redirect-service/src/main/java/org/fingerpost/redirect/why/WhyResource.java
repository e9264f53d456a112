package org.fingerpost.redirect.why;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.answers.Answers;
import org.fingerpost.redirect.arrivals.Arrival;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.Vault;
import org.jboss.resteasy.reactive.RestQuery;

/** Why a phone is told what it is told, over HTTP. */
@Path("/api/v1/why")
@Tag(name = "Why")
@RunOnVirtualThread
class WhyResource {
    private final Why why;
    private final Vault vault;
    private final CurrentCaller caller;

    WhyResource(Why why, Vault vault, CurrentCaller caller) {
        this.why = why;
        this.vault = vault;
        this.caller = caller;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record View(
            String mac,
            Instant at,
            Answer answer,
            Optional<Long> decidedBy,
            List<RangeView> ranges,
            Optional<ServerView> targetServer,
            Optional<ContactView> lastContact,
            List<String> notes) {
        static View of(Explanation why, Answers answers) {
            Optional<TargetServer> server =
                    why.told() instanceof Told.Redirection(var to)
                            ? Optional.of(to)
                            : Optional.empty();
            return new View(
                    why.mac().toString(),
                    why.at(),
                    Answer.of(why.told(), why.mac(), answers),
                    why.decider(),
                    why.ranges().stream().map(RangeView::of).toList(),
                    server.map(ServerView::of),
                    why.lastContact().map(ContactView::of),
                    why.notes());
        }
    }

    /**
     * {@code told}: {@code redirection}, {@code nothing} (404), {@code not-yours} (another
     * provider's range inside one's own answers), {@code unknown} (the audit does not tell).
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Answer(String told, Optional<Integer> status, Optional<PhonesFiles> saying) {
        static Answer of(Told told, MacAddress mac, Answers answers) {
            return switch (told) {
                case Told.Redirection(var server) ->
                        server.instructions().httpRedirect()
                                ? new Answer("redirection", Optional.of(302), Optional.empty())
                                : new Answer(
                                        "redirection",
                                        Optional.of(200),
                                        Optional.of(PhonesFiles.of(answers, server, mac)));
                case Told.Nothing() -> new Answer("nothing", Optional.of(404), Optional.empty());
                case Told.NotYours() -> new Answer("not-yours", Optional.empty(), Optional.empty());
                case Told.Unknown() -> new Answer("unknown", Optional.empty(), Optional.empty());
            };
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RangeView(
            long id,
            long providerId,
            String first,
            String last,
            String state,
            boolean blocked,
            long targetServerId,
            Optional<String> company,
            Optional<RangeThen.Decided> registered,
            Optional<RangeThen.Decided> approved) {
        static RangeView of(RangeThen range) {
            return new RangeView(
                    range.id(),
                    range.provider(),
                    range.first().toString(),
                    range.last().toString(),
                    range.state(),
                    range.blocked(),
                    range.targetServer(),
                    range.company(),
                    range.registered(),
                    range.approved());
        }
    }

    record ServerView(long id, long providerId, String name, String configUrl, String firmwareUrl) {
        static ServerView of(TargetServer server) {
            return new ServerView(
                    server.id(),
                    server.provider(),
                    server.name(),
                    server.configUrl().toString(),
                    server.firmwareUrl().toString());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ContactView(
            Instant at,
            String outcome,
            Optional<Instant> redirectedAt,
            String model,
            String version) {
        static ContactView of(Arrival arrival) {
            return new ContactView(
                    arrival.lastContact(),
                    arrival.outcome(),
                    arrival.redirectedAt(),
                    arrival.model(),
                    arrival.version());
        }
    }

    /** {@code at}: an earlier time in RFC 3339; without it the door's answer of this moment. */
    @GET
    @Path("/{mac}")
    public View why(String mac, @RestQuery Optional<String> at) {
        MacAddress phone = MacAddress.parse(mac);
        return View.of(
                at.map(WhyResource::time)
                        .map(then -> why.at(caller.get(), phone, then))
                        .orElseGet(() -> why.now(caller.get(), phone)),
                // Not the door's: what it has prepared is not to make room for what was once.
                new Answers(vault));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(
                            "invalid-field",
                            "at: '" + text + "' is no time: they look like 2026-11-24T09:30:00Z")
                    .with("field", "at");
        }
    }
}
