package org.fingerpost.door.shedding;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicLong;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** A real event loop with more work than it can do: each request holds it up. */
class PulsesTest {
    private static final int LINES = 20;
    private static final long WORK_NANOS = 5_000_000;

    /** Somewhat less than what all lines together take of the loop. */
    private static final long BEHIND_NANOS = LINES * WORK_NANOS / 2;

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Pulses pulses = new Pulses();
    private final AtomicLong work = new AtomicLong(WORK_NANOS);
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong last = new AtomicLong(1);

    @Test
    void aLoopThatIsHeldUpByEveryRequestIsSeenToBeBehindAndThenToCatchUp() {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        Vertx phones = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            int port = serve(vertx);
            for (int i = 0; i < LINES; i++) {
                phones.createNetClient()
                        .connect(port, "127.0.0.1")
                        .onSuccess(line -> line.handler(_ -> line.write(REQUEST)).write(REQUEST));
            }
            Soon.until(seen::get, lag -> lag > BEHIND_NANOS);
            work.set(0);
            Soon.until(last::get, lag -> lag == 0);
        } finally {
            phones.close().toCompletionStage().toCompletableFuture().join();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private int serve(Vertx vertx) {
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            long standing = pulses.standing(request.connection());
                            seen.accumulateAndGet(standing, Math::max);
                            last.set(standing);
                            long end = System.nanoTime() + work.get();
                            while (System.nanoTime() < end) {
                                Thread.onSpinWait();
                            }
                            request.response().end();
                        })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        return server.actualPort();
    }
}
