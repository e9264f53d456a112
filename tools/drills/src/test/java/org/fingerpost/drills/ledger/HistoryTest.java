package org.fingerpost.drills.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What may be told is what was acknowledged, as old as the allowance lets it be. */
class HistoryTest {
    private final Calm calm = new Calm(Duration.ofNanos(10));
    private final History<String> history = new History<>("first");

    @Test
    void withinTheAllowanceTheOldAnswerIsAsGoodAsTheNewOne() {
        write("second", 100, 105);

        assertThat(history.possible(90, 95, calm)).containsExactly("first");
        assertThat(history.possible(90, 100, calm)).containsExactlyInAnyOrder("first", "second");
        assertThat(history.possible(114, 116, calm)).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void afterTheAllowanceOnlyWhatWasAcknowledgedIsTrue() {
        write("second", 100, 105);

        assertThat(history.possible(115, 116, calm)).containsExactly("second");
        assertThat(history.current()).containsExactly("second");
    }

    @Test
    void aWriteInDoubtIsPossibleUntilALaterOneIsAcknowledged() {
        history.begin("second", 100);
        assertThat(history.inDoubt()).isTrue();
        assertThat(history.possible(900, 901, calm)).containsExactlyInAnyOrder("first", "second");
        assertThat(history.current()).containsExactlyInAnyOrder("first", "second");

        write("third", 1_000, 1_001);

        assertThat(history.possible(1_011, 1_012, calm)).containsExactly("third");
        assertThat(history.current()).containsExactly("third");
    }

    @Test
    void whatWasRefusedIsNeverTrue() {
        history.begin("second", 100);
        history.refused();

        assertThat(history.possible(100, 200, calm)).containsExactly("first");
    }

    @Test
    void whileSomethingIsAwayDoorsMayStayBehindAndAreGivenTheAllowanceAfterIt() {
        calm.disturbed(110);
        write("second", 100, 105);
        assertThat(history.possible(5_000, 5_001, calm))
                .containsExactlyInAnyOrder("first", "second");

        calm.recovered(6_000);

        assertThat(history.possible(6_009, 6_010, calm))
                .containsExactlyInAnyOrder("first", "second");
        assertThat(history.possible(6_010, 6_011, calm)).containsExactly("second");
    }

    @Test
    void whatWasAtTheDoorsBeforeADisturbanceIsAtThemDuringIt() {
        write("second", 100, 105);
        calm.disturbed(116);

        assertThat(history.possible(200, 201, calm)).containsExactly("second");
    }

    private void write(String value, long begun, long acknowledged) {
        history.begin(value, begun);
        history.acknowledge(acknowledged);
    }
}
