package org.fingerpost.redirect.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who lost a race tries again; any other trouble is the caller's to hear of. */
class AttemptsTest {
    private final Attempts attempts = new Attempts(new Bare());

    /** Transactions without a database. */
    private static final class Bare implements Transactions {
        @Override
        public boolean running() {
            return false;
        }

        @Override
        public <T> T begin(Supplier<T> work) {
            return work.get();
        }
    }

    @Test
    void aRaceThatWasLostIsRunAgain() {
        AtomicInteger tries = new AtomicInteger();

        String answer =
                attempts.run(() -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new IllegalStateException(new SQLException("deadlock", "40P01"));
                    }
                    return "done";
                });

        assertThat(answer).isEqualTo("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void aPoolWithoutAConnectionIsNoRaceAndIsToldAsItIs() {
        IllegalStateException none =
                new IllegalStateException(new SQLException("no connection in time"));

        assertThatThrownBy(() ->
                        attempts.run(() -> {
                            throw none;
                        }))
                .isSameAs(none);
    }
}
