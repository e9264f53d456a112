package org.fingerpost.firmware.supply;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fingerpost.access.OwnAdmission;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.shelf.Shelf;

/**
 * {@code GET /api/v1/doors/blobs/{digest}?size={bytes}}: a blob for a door, from this machine's
 * disk. Any blob, whatever its state; so whoever does not show the secret learns nothing, not even
 * whether there is one.
 */
@ApplicationScoped
class BlobRoute implements OwnAdmission {
    static final String DIRECTORY = "/api/v1/doors/blobs/";

    /** Behind the gate, before everything of the framework's. */
    private static final int ORDER = Integer.MIN_VALUE + 1_500;

    private static final int AS_LONG_AS_DIGITS_OF_A_LONG = 18;

    private final Shelf shelf;
    private final Optional<DoorSecret> secret;

    BlobRoute(Shelf shelf, DoorsSettings settings) {
        this.shelf = shelf;
        this.secret = settings.secretFile().map(DoorSecret::read);
    }

    @Override
    public boolean covers(String path) {
        return path.startsWith(DIRECTORY);
    }

    void stand(@Observes Router router) {
        router.route(DIRECTORY + "*").order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        String shown = request.request().getHeader("Authorization");
        if (secret.isEmpty() || shown == null || !secret.get().isShownBy(shown)) {
            // Without a secret of our own nobody has the right one.
            request.response().putHeader("WWW-Authenticate", "Bearer");
            end(request.response(), 401);
            return;
        }
        Optional<Digest> digest =
                Digest.find(request.normalizedPath().substring(DIRECTORY.length()));
        Optional<Long> size = size(request.request().getParam("size"));
        boolean reads = request.request().method().name().equals("GET");
        if (!reads || digest.isEmpty() || size.isEmpty()) {
            end(request.response(), 404);
            return;
        }
        give(request.response(), digest.get(), size.get());
    }

    private void give(HttpServerResponse response, Digest digest, long size) {
        switch (shelf.reach(digest, size)) {
            case Shelf.Reach.Coming(var retryAfter) -> {
                response.putHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
                end(response, 503);
            }
            case Shelf.Reach.Here(var file) -> {
                if (isThere(file, size)) {
                    response.exceptionHandler(gone -> {});
                    response.putHeader("Content-Type", "application/octet-stream");
                    response.sendFile(file.toString(), 0, size).onFailure(e -> response.reset());
                } else {
                    end(response, 404);
                }
            }
        }
    }

    private static boolean isThere(Path file, long size) {
        try {
            return Files.size(file) == size;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Long> size(String text) {
        boolean number =
                text != null
                        && !text.isEmpty()
                        && text.length() <= AS_LONG_AS_DIGITS_OF_A_LONG
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Whoever sent a body with it does not get another request read. */
    private static void end(HttpServerResponse response, int status) {
        response.setStatusCode(status).putHeader("Connection", "close").end();
    }
}
