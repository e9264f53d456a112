package org.fingerpost.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.fingerpost.testkit.EmbeddedBroker;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final String TYPE = "org.fingerpost.test.thing.v1";

    private final Ledger ledger = new Ledger();
    private final String topic = TestKafka.freshStateTopic();
    private final Relay relay = relay(TestKafka.bootstrapServers(), topic, Duration.ofDays(7));

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void whatWasRolledBackIsNeverTold() throws Exception {
        relay.start();
        Ledger.Transaction undone = ledger.begin(relay::nudge);
        append(undone, "thing/1", "undone");
        undone.rollback();
        commit("thing/2", "done");

        assertThat(read(1)).extracting(StateReader.Seen::value).containsExactly("\"done\"");
    }

    @Test
    void aTransactionWaitsForEveryOneThatBeganBeforeIt() throws Exception {
        relay.start();
        Ledger.Transaction slow = ledger.begin(relay::nudge);
        long slowNumber = append(slow, "thing/1", "slow");
        Ledger.Transaction quick = ledger.begin(relay::nudge);
        long quickNumber = append(quick, "thing/2", "quick");
        quick.commit();

        try (StateReader reader = new StateReader(TestKafka.bootstrapServers(), topic)) {
            assertThat(reader.afterOneMorePoll()).isEmpty();
            slow.commit();
            assertThat(reader.until(2))
                    .extracting(StateReader.Seen::value, StateReader.Seen::commit)
                    .containsExactly(
                            tuple("\"slow\"", Long.toString(slowNumber)),
                            tuple("\"quick\"", Long.toString(quickNumber)));
        }
        assertThat(quickNumber).isGreaterThan(slowNumber);
    }

    @Test
    void onlyTheLastRecordOfATransactionIsMarkedAlsoAcrossBatches() throws Exception {
        int count = OutboxTable.BATCH + 500;
        Ledger.Transaction large = ledger.begin(relay::nudge);
        for (int i = 0; i < count; i++) {
            append(large, "thing/" + i, "large");
        }
        large.commit();
        commit("thing/last", "next");
        relay.start();

        List<StateReader.Seen> seen = read(count + 1);
        assertThat(IntStream.range(0, seen.size()).filter(i -> seen.get(i).last()))
                .containsExactly(count - 1, count);
        assertThat(seen).extracting(StateReader.Seen::revision).isSorted();
    }

    @Test
    void ofTwoRelaysOnePublishesAndTheOtherTakesOver() throws Exception {
        relay.start();
        try (Relay second = relay(TestKafka.bootstrapServers(), topic, Duration.ofDays(7))) {
            second.start();
            commit("thing/1", "one");
            assertThat(read(1)).hasSize(1);
            relay.close();
            commit("thing/2", "two");
            assertThat(read(2))
                    .extracting(StateReader.Seen::value)
                    .containsExactly("\"one\"", "\"two\"");
        }
    }

    @Test
    void rowsWaitWhileKafkaIsAwayAndArriveOnceItIsBack() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.started();
                Relay patient = relay(broker.bootstrapServers(), "state", Duration.ofDays(7))) {
            StateTopic.make(settings(broker.bootstrapServers(), "state"));
            patient.start();
            commit("thing/1", "before");
            try (StateReader reader = new StateReader(broker.bootstrapServers(), "state")) {
                assertThat(reader.until(1)).hasSize(1);
            }
            broker.stop();
            commit("thing/2", "meanwhile");
            assertThat(ledger.waiting()).isEqualTo(1);
            broker.start();
            try (StateReader reader = new StateReader(broker.bootstrapServers(), "state")) {
                assertThat(reader.until(2))
                        .extracting(StateReader.Seen::value)
                        .containsExactly("\"before\"", "\"meanwhile\"");
            }
        }
    }

    @Test
    void aTopicMadeAnewIsToldEverythingThatHoldsInOneTransaction() throws Exception {
        String anew = topic + "-anew";
        commit("thing/1", "old");
        commit("thing/1", "one");
        commit("thing/2", "two");
        try (Relay first = relay(TestKafka.bootstrapServers(), anew, Duration.ofDays(7))) {
            first.start();
            try (StateReader reader = new StateReader(TestKafka.bootstrapServers(), anew)) {
                // what waited, and because the topic was not there, the last word about each key
                List<StateReader.Seen> seen = reader.until(5);
                assertThat(seen.subList(3, 5))
                        .extracting(StateReader.Seen::value, StateReader.Seen::last)
                        .containsExactly(tuple("\"one\"", false), tuple("\"two\"", true));
                assertThat(seen.get(3).revision()).isEqualTo(seen.get(1).revision());
            }
        }
        assertThat(ledger.waiting()).isZero();
        assertThat(setting(anew, "cleanup.policy")).isEqualTo("compact");
        assertThat(setting(anew, "message.timestamp.type")).isEqualTo("LogAppendTime");
    }

    @Test
    void aDeletionIsToldAsAValueAndBuriedLater() throws Exception {
        Ledger.Transaction gone = ledger.begin(relay::nudge);
        gone.outbox.appendGone("thing/1", TYPE);
        gone.outbox.appendGone("thing/2", TYPE);
        gone.commit();
        commit("thing/2", "back again");
        try (Relay undertaker = relay(TestKafka.bootstrapServers(), topic, Duration.ZERO)) {
            undertaker.start();
            List<StateReader.Seen> seen = read(4);
            assertThat(seen)
                    .extracting(
                            StateReader.Seen::key, StateReader.Seen::value, StateReader.Seen::gone)
                    .containsExactly(
                            tuple("thing/1", "{\"gone\":true}", true),
                            tuple("thing/2", "{\"gone\":true}", true),
                            tuple("thing/2", "\"back again\"", false),
                            tuple("thing/1", "tombstone", true));
        }
    }

    private static String setting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private Relay relay(String bootstrapServers, String name, Duration tombstoneAfter) {
        return new Relay(ledger, settings(bootstrapServers, name), tombstoneAfter);
    }

    private static RelaySettings settings(String bootstrapServers, String name) {
        return new RelaySettings(
                name,
                "/fingerpost/test",
                Map.of("bootstrap.servers", bootstrapServers),
                Duration.ofMillis(50));
    }

    private void commit(String key, String value) throws Exception {
        Ledger.Transaction transaction = ledger.begin(relay::nudge);
        append(transaction, key, value);
        transaction.commit();
    }

    private static long append(Ledger.Transaction transaction, String key, String value) {
        return transaction.outbox.append(key, TYPE, value);
    }

    private List<StateReader.Seen> read(int count) {
        try (StateReader reader = new StateReader(TestKafka.bootstrapServers(), topic)) {
            return reader.until(count);
        }
    }
}
