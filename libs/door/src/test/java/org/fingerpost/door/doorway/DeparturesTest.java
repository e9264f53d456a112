package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DeparturesTest {
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Departures departures = new Departures(loop::add);
    private final List<Integer> left = new ArrayList<>();

    @Test
    void answersWaitForTheLoopAndLeaveInTheirOrder() {
        decide(1, 3);
        assertThat(left).isEmpty();
        end();
        assertThat(left).containsExactly(1, 2, 3);
    }

    @Test
    void theLoopIsAskedOnce() {
        decide(1, 3);
        assertThat(loop).hasSize(1);
        end();
        decide(4, 4);
        assertThat(loop).hasSize(1);
        end();
        assertThat(left).containsExactly(1, 2, 3, 4);
    }

    @Test
    void manyDoNotWaitForTheLast() {
        decide(1, Departures.MOST);
        assertThat(left).hasSize(Departures.MOST);
        decide(Departures.MOST + 1, Departures.MOST + 2);
        assertThat(left).hasSize(Departures.MOST);
        end();
        assertThat(left).hasSize(Departures.MOST + 2);
    }

    @Test
    void whatIsDecidedWhileOthersLeaveLeavesWithThem() {
        departures.decided(() -> {
            left.add(1);
            decide(2, 2);
        });
        end();
        end();
        assertThat(left).containsExactly(1, 2);
        assertThat(loop).isEmpty();
    }

    @Test
    void elsewhereThanOnAnEventLoopAnAnswerLeavesAtOnce() {
        Departures none = new Departures(Runnable::run);
        none.decided(() -> left.add(1));
        none.decided(() -> left.add(2));
        assertThat(left).containsExactly(1, 2);
    }

    private void decide(int first, int last) {
        for (int number = first; number <= last; number++) {
            int mine = number;
            departures.decided(() -> left.add(mine));
        }
    }

    private void end() {
        for (int waiting = loop.size(); waiting > 0; waiting--) {
            loop.remove().run();
        }
    }
}
