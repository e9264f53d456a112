package org.fingerpost.door.doorway;

import io.quarkus.arc.All;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.door.Answer;
import org.fingerpost.door.Lane;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.ProgramPaths;
import org.fingerpost.door.Seen;
import org.fingerpost.door.http.RequestTarget;
import org.fingerpost.door.replies.Replies;
import org.fingerpost.door.replies.Reply;
import org.fingerpost.door.replies.ReplyWriter;
import org.fingerpost.door.shedding.Shedding;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.door.sightings.Sightings;

/**
 * Stands before everything else in the service: every request that is not plainly below {@code
 * /api/} or {@code /q/}, nor meant for {@link ProgramPaths}, is a phone's, goes to the {@link
 * PhoneDoor} and is answered here, so that no phone ever sees an answer of the web framework.
 * Nothing but GET and HEAD of a path gets more than the bare 404.
 */
@Singleton
public final class Doorway {
    /** Nobody may come before. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** For operators, whose problems are told in RFC 9457's form. */
    private static final String NO_URI =
            """
            {"type":"urn:fingerpost:problem:bad-request","title":"The request cannot be read",\
            "status":400,"detail":"the address has an escape that is none"}\
            """;

    private final PhoneDoor door;
    private final Notes notes;
    private final ReplyWriter writer;
    private final AccessLog log;
    private final Shedding shedding;
    private final List<ProgramPaths> programs;
    private final List<ProgramPaths> pages;
    private final boolean tlsForPhonesOnly;
    private final Trouble trouble = new Trouble();

    @Inject
    public Doorway(
            PhoneDoor door,
            Sightings sightings,
            @ConfigProperty(name = "fingerpost.service") String service,
            DoorMeters meters,
            AccessLog log,
            Shedding shedding,
            Vertx vertx,
            @All List<ProgramPaths> programs,
            DoorConfig config) {
        this(
                door,
                new Notes(service, sightings::note, meters, Clock.systemUTC()),
                log,
                shedding,
                vertx,
                programs,
                config.tlsForPhonesOnly());
    }

    Doorway(
            PhoneDoor door,
            Notes notes,
            AccessLog log,
            Shedding shedding,
            Vertx vertx,
            List<ProgramPaths> programs,
            boolean tlsForPhonesOnly) {
        this.tlsForPhonesOnly = tlsForPhonesOnly;
        this.programs = programs;
        this.pages = programs.stream().filter(ProgramPaths::areRead).toList();
        this.door = door;
        this.notes = notes;
        this.log = log;
        this.shedding = shedding;
        this.writer = new ReplyWriter(vertx);
    }

    /** Takes its place before all other routes. */
    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::pass).failureHandler(this::recover);
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isOperators(request)) {
            serve(request);
        } else if (RequestTarget.isUri(request.uri())) {
            context.next();
        } else {
            // What Quarkus would say, had EveryPath not told it to let everything through.
            request.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(NO_URI);
        }
    }

    /** The router found fault with the request before it came to us, or we failed ourselves. */
    private void recover(RoutingContext context) {
        boolean ours = context.failure() != null && context.statusCode() == 500;
        if (!ours || isOperators(context.request())) {
            pass(context);
        } else {
            trouble.report(Kind.OTHER, context.failure());
            Seen seen = Seen.of(Kind.OTHER, Outcome.BUSY);
            write(
                    context.request(),
                    Replies.notNow(seen, Replies.A_WHILE),
                    Optional.empty(),
                    log.begin());
        }
    }

    /** Phones do not post. */
    private boolean isOperators(HttpServerRequest request) {
        if (tlsForPhonesOnly && request.connection().isSsl()) {
            return false;
        }
        if (RequestTarget.isOperators(request.uri())) {
            return true;
        }
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.POST)) {
            return cover(programs, request);
        }
        boolean reading = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return reading && cover(pages, request);
    }

    private static boolean cover(List<ProgramPaths> all, HttpServerRequest request) {
        return !all.isEmpty()
                && all.stream().anyMatch(each -> each.covers(RequestTarget.path(request.uri())));
    }

    private void serve(HttpServerRequest request) {
        long began = log.begin();
        PhoneRequest asked = asked(request);
        Reply reply = Replies.to(answer(request, asked), asked);
        Optional<Lane> lane =
                reply.body() instanceof Reply.Body.Empty ? Optional.empty() : reply.lane();
        if (lane.isEmpty()) {
            send(request, asked, reply, Optional.empty(), began);
            return;
        }
        Optional<Lane.Place> place = lane.get().enter();
        if (place.isEmpty()) {
            shedding.count(door.shedClass(asked));
            Seen putOff = reply.seen().withOutcome(Outcome.BUSY);
            send(request, asked, Replies.notNow(putOff, lane.get().retryAfter()), place, began);
            return;
        }
        try {
            send(request, asked, reply, place, began);
        } catch (RuntimeException | Error e) {
            place.get().leave();
            throw e;
        }
    }

    private void send(
            HttpServerRequest request,
            PhoneRequest asked,
            Reply reply,
            Optional<Lane.Place> place,
            long began) {
        // Noted before it is answered: what a phone was told is never unknown to us.
        notes.take(request, asked, reply);
        Departures.of(request.connection()).decided(() -> leave(request, reply, place, began));
    }

    /** The router has long gone on: what fails here is nobody else's. */
    private void leave(
            HttpServerRequest request, Reply reply, Optional<Lane.Place> place, long began) {
        try {
            write(request, reply, place, began);
        } catch (RuntimeException | Error e) {
            place.ifPresent(Lane.Place::leave);
            trouble.report(reply.seen().kind(), e);
            ReplyWriter.retract(request);
        }
    }

    private void write(
            HttpServerRequest request, Reply reply, Optional<Lane.Place> place, long began) {
        Future<Void> sent = writer.write(request, reply, place);
        if (log.isOn()) {
            sent.onComplete(_ -> log.end(request, reply.seen(), reply.bodyLength(), began));
        }
    }

    private static PhoneRequest asked(HttpServerRequest request) {
        // Of a proxy that is trusted Quarkus takes the word for its client: quarkus.http.proxy.
        String address = request.remoteAddress().hostAddress();
        boolean onward = request.headers().contains(PhoneRequest.TRANSPORT);
        return new PhoneRequest(
                RequestTarget.path(request.uri()),
                request.method().equals(HttpMethod.HEAD),
                name -> Optional.ofNullable(request.getHeader(name)),
                address == null ? "" : address,
                request.connection().isSsl() && !onward);
    }

    private Answer answer(HttpServerRequest request, PhoneRequest asked) {
        boolean reading = asked.head() || request.method().equals(HttpMethod.GET);
        if (!reading || !RequestTarget.isPath(request.uri())) {
            return new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
        }
        try {
            return shedding.putOff(
                            request.connection(), asked.address(), () -> door.shedClass(asked))
                    .<Answer>map(later -> notNow(asked, later))
                    .orElseGet(() -> door.answer(asked));
        } catch (RuntimeException | Error e) {
            trouble.report(FileKind.of(asked.path()), e);
            return notNow(asked, Replies.A_WHILE);
        }
    }

    private static Answer.NotNow notNow(PhoneRequest asked, Duration later) {
        return new Answer.NotNow(Seen.of(FileKind.of(asked.path()), Outcome.BUSY), later);
    }
}
