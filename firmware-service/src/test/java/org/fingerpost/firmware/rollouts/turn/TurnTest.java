package org.fingerpost.firmware.rollouts.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.fingerpost.firmware.RedirectTopic;
import org.fingerpost.statements.Statements;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** One transaction at a time decides about rollouts. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class TurnTest {
    @Inject Turn turn;
    @Inject Statements statements;

    @Test
    void whoTakesTheTurnWaitsUntilTheTransactionThatHasItEnds() {
        AtomicReference<String> last = new AtomicReference<>("nobody");
        CompletableFuture<Void> second = new CompletableFuture<>();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    turn.take();
                    Thread.ofVirtual()
                            .start(() -> {
                                QuarkusTransaction.requiringNew()
                                        .run(() -> {
                                            turn.take();
                                            last.set("second");
                                        });
                                second.complete(null);
                            });
                    Soon.until(this::waiting, many -> many > 0);
                    assertThat(last.get()).isEqualTo("nobody");
                    last.set("first");
                });
        second.join();
        assertThat(last.get()).isEqualTo("second");
    }

    private long waiting() {
        return statements
                .list(
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                + " AND pid <> pg_backend_pid()",
                        row -> row.getLong(1))
                .getFirst();
    }
}
