package org.fingerpost.replica.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.replica.disk.Row;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final Transactions transactions = new Transactions("test");

    @Test
    void whatWaitsForItsEndIsNotGivenAway() {
        transactions.add(record(10, "a", 1, false));
        transactions.add(record(11, "b", 1, false));
        assertThat(transactions.take().rows()).isEmpty();
        assertThat(transactions.waitingSince()).hasValue(10);
        transactions.add(record(12, "c", 1, true));
        Transactions.Whole whole = transactions.take();
        assertThat(whole.rows()).extracting(Row::key).containsExactly("a", "b", "c");
        assertThat(whole.commit()).isEqualTo(1);
        assertThat(transactions.waitingSince()).isEmpty();
    }

    @Test
    void aTransactionWhoseLastRecordWasCompactedAwayEndsWhereTheNextBegins() {
        transactions.add(record(10, "a", 1, false));
        transactions.add(record(14, "b", 2, false));
        assertThat(transactions.take().rows()).extracting(Row::key).containsExactly("a");
        assertThat(transactions.waitingSince()).hasValue(14);
    }

    @Test
    void halfATransactionIsForgottenWhenItsRelayBeginsAgainBeforeIt() {
        transactions.add(record(10, "a", 1, true));
        transactions.add(record(11, "b", 2, false));
        transactions.add(record(13, "a", 1, true));
        assertThat(transactions.take().rows()).extracting(Row::key).containsExactly("a", "a");
        transactions.add(record(14, "b", 2, false));
        transactions.add(record(15, "c", 2, true));
        Transactions.Whole whole = transactions.take();
        assertThat(whole.rows()).extracting(Row::key).containsExactly("b", "c");
        assertThat(whole.commit()).isEqualTo(2);
    }

    @Test
    void aForeignRecordIsCountedAndBreaksNothing() {
        transactions.add(record(10, "a", 1, false));
        transactions.add(new ConsumerRecord<>("test", 0, 11, "x", new byte[] {1}));
        transactions.add(changed(record(12, "x", 1, true), Map.of("ce_revision", "-1")));
        transactions.add(changed(record(13, "x", 1, true), Map.of("ce_last", "yes")));
        transactions.add(record(14, "b", 1, true));
        assertThat(transactions.take().rows()).extracting(Row::key).containsExactly("a", "b");
        assertThat(transactions.foreign()).isEqualTo(3);
    }

    private static ConsumerRecord<String, byte[]> record(
            long offset, String key, long commit, boolean last) {
        return changed(
                new ConsumerRecord<>("test", 0, offset, key, new byte[] {1}),
                Map.of(
                        "ce_commit",
                        Long.toString(commit),
                        "ce_last",
                        Boolean.toString(last),
                        "ce_revision",
                        "1",
                        "ce_type",
                        "thing.v1"));
    }

    private static ConsumerRecord<String, byte[]> changed(
            ConsumerRecord<String, byte[]> record, Map<String, String> headers) {
        headers.forEach((name, value) ->
                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
