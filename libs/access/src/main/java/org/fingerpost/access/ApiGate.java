package org.fingerpost.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.problems.Problem;

/**
 * Stands before the control plane: whatever is not below {@code /q/} needs a caller, and has one
 * before its body is read; {@link OwnAdmission} is the exception. The decision is about the
 * normalized path, the one that the resources are found by.
 */
@ApplicationScoped
class ApiGate {
    /** Behind the phones' doorway, before everything of the framework's. */
    private static final int ORDER = Integer.MIN_VALUE + 1_000;

    private final KeyRing keys;
    private final List<OwnAdmission> others;
    private final ObjectMapper json;
    private final boolean controlPlane;
    private final long largestBody;

    ApiGate(
            KeyRing keys,
            @All List<OwnAdmission> others,
            ObjectMapper json,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") Planes planes,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M")
                    MemorySize largestBody) {
        this.keys = keys;
        this.others = others;
        this.json = json;
        this.controlPlane = planes == Planes.BOTH;
        this.largestBody = largestBody.asLongValue();
    }

    enum Planes {
        BOTH,
        DATA
    }

    void stand(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().startsWith("/q/")) {
            request.next();
            return;
        }
        if (!controlPlane) {
            refuse(
                    request,
                    Problem.notFound("this process is a door only (fingerpost.planes=data)"));
            return;
        }
        if (others.stream().anyMatch(own -> own.covers(request.normalizedPath()))) {
            request.next();
            return;
        }
        Optional<ApiKey> key = bearer(request).flatMap(ApiKey::parse);
        if (key.isEmpty()) {
            refuse(request, Problem.unauthenticated("send an API key: Authorization: Bearer fp_…"));
            return;
        }
        // The body must wait while the key is looked up, and the answer must come from the
        // request's own context.
        request.request().pause();
        Context context = Vertx.currentContext();
        keys.holder(key.get())
                .whenComplete((holder, failure) ->
                        context.runOnContext(_ -> decide(request, holder, failure)));
    }

    private void decide(RoutingContext request, KeyRing.Holder holder, Throwable failure) {
        request.request().resume();
        if (failure != null) {
            request.fail(failure);
            return;
        }
        switch (holder) {
            case KeyRing.Holder.Found _ when announcedBody(request) > largestBody ->
                    refuse(
                            request,
                            Problem.tooLarge(
                                    "a body may have " + largestBody + " bytes at the most"));
            case KeyRing.Holder.Found(Caller caller, ShownKey shown) -> {
                request.put(CurrentCaller.KEY, caller);
                request.put(CurrentCaller.SHOWN, shown);
                admitWhenHeard(request);
            }
            case KeyRing.Holder.Nobody() ->
                    refuse(request, Problem.unauthenticated("nobody has this API key"));
            case KeyRing.Holder.NotYetKnown() ->
                    refuse(
                            request,
                            Problem.notNow(
                                    "key-not-yet-known",
                                    "this API key is newer than what this service has heard; try"
                                            + " again"));
        }
    }

    /** A caller that names a revision has written it elsewhere and wants to be served with it. */
    private void admitWhenHeard(RoutingContext request) {
        Optional<Revision> wanted =
                Optional.ofNullable(request.request().getHeader(Revision.HEADER))
                        .flatMap(Revision::parse);
        if (wanted.isEmpty() || keys.hasHeard(wanted.get())) {
            request.next();
            return;
        }
        request.request().pause();
        Context context = Vertx.currentContext();
        keys.hear(wanted.get())
                .thenAccept(heard ->
                        context.runOnContext(_ -> {
                            request.request().resume();
                            if (heard) {
                                request.next();
                            } else {
                                refuse(
                                        request,
                                        Problem.notNow(
                                                "revision-not-yet-known",
                                                "this service has not heard of revision "
                                                        + wanted.get()
                                                        + "; try again"));
                            }
                        }));
    }

    private static Optional<String> bearer(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    private void refuse(RoutingContext request, Problem problem) {
        var response =
                request.response()
                        .setStatusCode(problem.status())
                        .putHeader("Content-Type", "application/problem+json");
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "2");
        }
        if (hasBody(request)) {
            // It is not wanted: nothing of it may be taken for the next request.
            response.putHeader("Connection", "close");
        }
        response.end(body(problem));
    }

    private static boolean hasBody(RoutingContext request) {
        return request.request().getHeader("Transfer-Encoding") != null
                || announcedBody(request) > 0;
    }

    /** What the Content-Length says; a length that is no number is the framework's to refuse. */
    private static long announcedBody(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
