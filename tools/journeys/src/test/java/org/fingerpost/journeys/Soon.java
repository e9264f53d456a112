package org.fingerpost.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what comes by way of Kafka; the bound is only for a run that fails. */
final class Soon {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Soon() {}

    static void holds(String what, BooleanSupplier question) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!question.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("still not so: " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
