package org.fingerpost.firmware.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.firmware.waves.Judgement;
import org.junit.jupiter.api.Test;

/** What is concluded when a door is silent. */
class CourtTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Judgement MET = new Judgement.Met();
    private static final Judgement STOP = new Judgement.Stop("too many");

    @Test
    void noWaveOpensOnOldTimeButFailuresStopARolloutAllTheSame() {
        Instant minuteAgo = NOON.minusSeconds(60);
        Instant longer = minuteAgo.minusMillis(1);

        assertThat(Court.inTime(MET, minuteAgo, NOON)).isEqualTo(MET);
        assertThat(Court.inTime(MET, longer, NOON))
                .isEqualTo(new Judgement.Wait("a door is silent: not all is told since " + longer));
        assertThat(Court.inTime(STOP, longer, NOON)).isEqualTo(STOP);
    }

    @Test
    void aRolloutThatCannotBeJudgedKeepsNobodyFromJudgingTheOthers() {
        List<Integer> judged = new ArrayList<>();

        Court.each(List.of(4, 0, 2), each -> judged.add(8 / each));

        assertThat(judged).containsExactly(2, 4);
    }
}
