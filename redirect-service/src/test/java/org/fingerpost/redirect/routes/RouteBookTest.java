package org.fingerpost.redirect.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;

class RouteBookTest {
    private static final String ACTIVE = "active";

    private final History history = new History();

    @Test
    void theInnermostRangeThatHoldsTheMacWins() {
        history.tell(
                History.server(1),
                History.server(2),
                History.range(1, 16, 31, 1, ACTIVE),
                History.range(2, 20, 23, 2, ACTIVE));

        assertThat(history.answers(15, 16, 19, 20, 23, 24, 31, 32))
                .containsExactly("-", "1", "1", "2", "2", "1", "1", "-");
    }

    @Test
    void theLastAddressThereIsCanBeClaimed() {
        long last = MacAddress.LAST.bits();
        history.tell(History.server(1), History.range(1, last, last, 1, ACTIVE));

        assertThat(history.answers(last - 1, last)).containsExactly("-", "1");
    }

    @Test
    void aPendingRangeLeavesTheAnswerToTheOneAroundIt() {
        history.tell(
                History.server(1),
                History.server(2),
                History.range(1, 16, 31, 1, ACTIVE),
                History.range(2, 20, 23, 2, "pending"),
                History.range(3, 24, 27, 2, "a state of a later version"));

        assertThat(history.answers(20, 24)).containsExactly("1", "1");
    }

    @Test
    void aBlockedRangeCoversTheOneAroundIt() {
        history.tell(
                History.server(1),
                History.range(1, 16, 31, 1, ACTIVE),
                History.range(2, 20, 23, 1, "blocked"),
                History.range(3, 22, 22, 1, ACTIVE));

        assertThat(history.answers(19, 20, 22, 23)).containsExactly("1", "blocked", "1", "blocked");
    }

    @Test
    void aRangeThatIsGivenBackIsUnclaimedWhateverLiesAroundIt() {
        history.tell(
                History.server(1),
                History.range(1, 16, 31, 1, ACTIVE),
                History.range(2, 20, 23, 1, "default"));

        assertThat(history.answers(19, 20)).containsExactly("1", "-");
    }

    @Test
    void aPilotAnswersForItsPilotMacsAlone() {
        history.tell(
                History.server(1),
                History.server(2),
                History.range(1, 16, 31, 1, ACTIVE),
                History.pilot(2, 20, 23, 2, 23, 21));

        assertThat(history.answers(20, 21, 22, 23)).containsExactly("1", "2", "1", "2");
    }

    @Test
    void aRangeInsideAPilotIsNotThePilotsToDecide() {
        history.tell(
                History.server(1),
                History.server(2),
                History.pilot(1, 16, 31, 1, 20, 30),
                History.range(2, 20, 23, 2, ACTIVE));

        assertThat(history.answers(20, 30)).containsExactly("2", "1");
    }

    @Test
    void aServerThatChangesTakesAllItsPhonesAlong() {
        history.tell(
                History.server(1),
                History.range(1, 0, 3, 1, ACTIVE),
                History.range(2, 8, 11, 1, ACTIVE));

        history.tell(History.serverAt(1, "elsewhere.example"));

        assertThat(history.hosts(0, 8)).containsExactly("elsewhere.example", "elsewhere.example");
    }

    @Test
    void aRangeWhoseServerIsNotKnownIsPassedOverUntilItIs() {
        history.tell(
                History.server(1),
                History.range(1, 16, 31, 1, ACTIVE),
                History.range(2, 20, 23, 7, ACTIVE));
        assertThat(history.answers(20)).containsExactly("1");

        history.tell(History.server(7));
        assertThat(history.answers(20)).containsExactly("7");

        history.tell(History.gone("target/7"));
        assertThat(history.answers(20)).containsExactly("1");
    }

    @Test
    void whatCannotBeReadLeavesTheLastGoodValueUntilTheNext() {
        history.tell(History.server(1), History.range(1, 16, 31, 1, ACTIVE));

        history.tell(History.nonsense("range/1"), History.nonsense("target/1"));
        assertThat(history.answers(16)).containsExactly("1");

        history.tell(History.nonsense("range/1"));
        history.tell(History.range(1, 20, 23, 1, ACTIVE));
        assertThat(history.answers(16, 20)).containsExactly("-", "1");
    }

    @Test
    void aRecordUnderAnotherRangesKeyIsNotRead() {
        history.tell(History.server(1));
        history.tell(History.under("range/2", History.range(1, 16, 31, 1, ACTIVE)));

        assertThat(history.answers(16)).containsExactly("-");
    }

    @Property(tries = 400)
    void afterAnyHistoryEveryAddressIsAnsweredAsByAskingEveryRange(
            @ForAll("histories") List<List<History.Event>> events) {
        History any = new History();
        for (List<History.Event> together : events) {
            if (together.isEmpty()) {
                any.reload();
            } else {
                any.tell(together.toArray(History.Event[]::new));
            }
            any.assertAnswersAsAskingEveryRange(History.WORLD);
        }
    }

    /** An empty list is a reload. */
    @Provide
    Arbitrary<List<List<History.Event>>> histories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, ranges()), Tuple.of(3, servers()), Tuple.of(1, oddities()))
                .list()
                .ofMaxSize(8)
                .uniqueElements(History.Event::key)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** Spans of a power of two that begin at a multiple of it nest or stand apart. */
    private static Arbitrary<History.Event> ranges() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.longs().between(0, History.WORLD - 1),
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.of(
                                ACTIVE, ACTIVE, ACTIVE, "pilot", "blocked", "default", "pending",
                                "gone"),
                        Arbitraries.longs().between(0, 63).array(long[].class).ofMaxSize(5))
                .as((id, power, within, server, state, pilots) -> {
                    long first = within >> power << power;
                    long last = first + (1L << power) - 1;
                    return switch (state) {
                        case "gone" -> History.gone("range/" + id);
                        case "pilot" -> History.pilot(id, first, last, server, pilots);
                        default -> History.range(id, first, last, server, state);
                    };
                });
    }

    private static Arbitrary<History.Event> servers() {
        return Arbitraries.longs()
                .between(1, 4)
                .flatMap(id ->
                        Arbitraries.of(
                                History.server(id),
                                History.serverAt(id, "moved.example"),
                                History.gone("target/" + id)));
    }

    private static Arbitrary<History.Event> oddities() {
        return Arbitraries.longs().between(1, 12).map(id -> History.nonsense("range/" + id));
    }
}
