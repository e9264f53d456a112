package org.fingerpost.firmware.releases.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.problems.Problem;

/**
 * How large a release may be. A body that announces more is refused before it is read, and before
 * the framework's own bound, which has no words; one that announces nothing is bounded by that
 * while it is read. The files that arrived are then counted to the byte.
 */
@ApplicationScoped
class UploadLimit {
    /** Behind the gate, before everything of the framework's. */
    private static final int ORDER = Integer.MIN_VALUE + 2_000;

    /** What names, boundaries and the other parts may add. */
    private static final long AROUND_THE_FILES = 1 << 20;

    private final long mostBytes;
    private final ObjectMapper json;

    UploadLimit(
            @ConfigProperty(name = "fingerpost.firmware.largest-release", defaultValue = "1G")
                    MemorySize largestRelease,
            ObjectMapper json) {
        this.mostBytes = largestRelease.asLongValue();
        this.json = json;
    }

    void stand(@Observes Router router) {
        router.post("/api/v1/releases").order(ORDER).handler(this::check);
    }

    long mostBytes() {
        return mostBytes;
    }

    /** Refuses files that are too large together. */
    void check(NewRelease sent) {
        if (sent.size() > mostBytes) {
            throw tooLarge(mostBytes);
        }
    }

    private void check(RoutingContext request) {
        if (announced(request.request()) > mostBytes + AROUND_THE_FILES) {
            refuse(request);
        } else {
            request.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // more digits than any number of bytes has
        }
    }

    private void refuse(RoutingContext request) {
        try {
            request.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    // Its body is not wanted: nothing of it may be taken for the next request.
                    .putHeader("Connection", "close")
                    .end(json.writeValueAsString(tooLarge(mostBytes).body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }

    static Problem tooLarge(long mostBytes) {
        return Problem.tooLarge(
                "a release has " + mostBytes + " bytes at the most, all files together");
    }
}
