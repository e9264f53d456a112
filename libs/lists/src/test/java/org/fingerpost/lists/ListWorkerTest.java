package org.fingerpost.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

class ListWorkerTest {
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final ListWorker worker = new ListWorker("test", this::turn);

    @Test
    void allThatWaitsIsDoneAndWhatComesLaterToo() throws InterruptedException {
        waiting.set(3);
        worker.start();
        Soon.until(idle::get, count -> count > 0);
        assertThat(waiting.get()).isZero();

        waiting.set(2);
        worker.nudge();
        Soon.until(waiting::get, count -> count == 0);
        worker.stop();
    }

    @Test
    void aTurnThatFailsIsTakenAgain() throws InterruptedException {
        failures.set(1);
        waiting.set(1);
        worker.start();

        Soon.until(waiting::get, count -> count == 0);
        worker.stop();
    }

    @Test
    void oneThatWasNeverStartedStopsAtOnce() throws InterruptedException {
        worker.stop();
        assertThat(idle.get()).isZero();
    }

    private boolean turn() {
        if (waiting.get() == 0) {
            idle.incrementAndGet();
            return false;
        }
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("the database is away");
        }
        waiting.decrementAndGet();
        return true;
    }
}
