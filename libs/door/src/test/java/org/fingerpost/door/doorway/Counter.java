package org.fingerpost.door.doorway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.ProgramPaths;
import org.fingerpost.door.shedding.Shedding;
import org.fingerpost.door.sightings.Sighting;

/** A real server with one door, on a free port, in front of a web framework that talks too much. */
final class Counter implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Sighting> sightings = new CopyOnWriteArrayList<>();

    Counter(PhoneDoor door) {
        this(door, List.of());
    }

    Counter(PhoneDoor door, List<ProgramPaths> programs) {
        this(door, programs, DoorMeters.none(), false, Quiet.shedding());
    }

    Counter(PhoneDoor door, List<ProgramPaths> programs, DoorMeters meters, boolean logged) {
        this(door, programs, meters, logged, Quiet.shedding());
    }

    Counter(PhoneDoor door, List<ProgramPaths> programs, Shedding shedding) {
        this(door, programs, DoorMeters.none(), false, shedding);
    }

    private Counter(
            PhoneDoor door,
            List<ProgramPaths> programs,
            DoorMeters meters,
            boolean logged,
            Shedding shedding) {
        Router router = Router.router(vertx);
        router.route("/api/*")
                .handler(context -> context.end("the operators' " + context.request().path()));
        router.route()
                .last()
                .handler(context -> context.response().setStatusCode(404).end("<html>"));
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        new Doorway(
                        door,
                        new Notes("redirect", sightings::add, meters, clock),
                        new AccessLog(logged, "redirect"),
                        shedding,
                        vertx,
                        programs,
                        false)
                .open(router);
        server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    int port() {
        return server.actualPort();
    }

    List<Sighting> sightings() {
        return sightings;
    }

    Sighting lastSighting() {
        return sightings.getLast();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
