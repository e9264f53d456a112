package org.fingerpost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what arrives by way of Kafka; the bound is only for a test that fails. */
public final class Soon {
    private Soon() {}

    /** The first answer that is enough. */
    public static <T> T until(Supplier<T> ask, Predicate<T> enough) {
        T answer = ask.get();
        for (int tries = 0; !enough.test(answer) && tries < 1000; tries++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answer = ask.get();
        }
        assertThat(enough.test(answer)).as("still %s", answer).isTrue();
        return answer;
    }
}
