package org.fingerpost.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A caller is told that nothing was changed only when that is sure. */
class DatabaseTroubleTest {
    @Test
    void aStatementThatGotNoAnswerChangedNothing() {
        for (String state : new String[] {null, "08006", "57P01", "53300"}) {
            assertThat(DatabaseTrouble.of(new IllegalStateException(new SQLException("x", state))))
                    .as("state %s", state)
                    .isEqualTo(DatabaseTrouble.AWAY);
        }
    }

    @Test
    void aCommitThatWasNotConfirmedMayHaveBeenDone() {
        RollbackException late = new RollbackException("could not commit");
        assertThat(DatabaseTrouble.of(new IllegalStateException(late)))
                .isEqualTo(DatabaseTrouble.UNSURE);

        late.initCause(new SQLException("the connection broke", "08006"));
        assertThat(DatabaseTrouble.of(new IllegalStateException(late)))
                .isEqualTo(DatabaseTrouble.UNSURE);
    }

    @Test
    void whatTheDatabaseRefusedOrNeverSawIsNoTroubleOfIts() {
        RollbackException refused = new RollbackException("could not commit");
        refused.initCause(new SQLException("a rule of the data", "23505"));

        assertThat(DatabaseTrouble.of(refused)).isEqualTo(DatabaseTrouble.NONE);
        assertThat(DatabaseTrouble.of(new SQLException("syntax", "42601")))
                .isEqualTo(DatabaseTrouble.NONE);
        assertThat(DatabaseTrouble.of(new IllegalStateException("ours")))
                .isEqualTo(DatabaseTrouble.NONE);
    }

    @Test
    void theLogIsToldOnceAMinute() {
        AtomicLong now = new AtomicLong(5);
        AtomicInteger told = new AtomicInteger();
        OnceAMinute sometimes = new OnceAMinute(now::get);

        sometimes.run(told::incrementAndGet);
        now.addAndGet(TimeUnit.SECONDS.toNanos(59));
        sometimes.run(told::incrementAndGet);
        assertThat(told).hasValue(1);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        sometimes.run(told::incrementAndGet);

        assertThat(told).hasValue(2);
    }
}
