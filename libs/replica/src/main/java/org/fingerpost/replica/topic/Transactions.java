package org.fingerpost.replica.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.replica.disk.Row;
import org.jboss.logging.Logger;

/**
 * Keeps a transaction's records together until its last one is here. A transaction also ends where
 * another commit number begins: compaction may have taken its marked record, because a later
 * transaction wrote the same key again.
 */
public final class Transactions {
    /** Somebody who traces everything should not make a large load slow. */
    private static final int MOST_TRACED = 100;

    private static final Logger LOG = Logger.getLogger(Transactions.class);

    private final String topic;
    private final List<Step> open = new ArrayList<>();
    private List<Row> whole = new ArrayList<>();
    private final Map<String, Traced> traced = new LinkedHashMap<>();
    private long wholeCommit;
    private long foreign;

    public Transactions(String topic) {
        this.topic = topic;
    }

    /** Records that were skipped because they are not state records. */
    public long foreign() {
        return foreign;
    }

    public void add(ConsumerRecord<String, byte[]> raw) {
        Optional<Step> step = new StateRecord(raw).step();
        if (step.isPresent()) {
            add(step.get());
        } else if (foreign++ == 0) {
            LOG.warnf(
                    "%s: the record at offset %d is no state record and is skipped, and so will be"
                            + " others like it",
                    topic, raw.offset());
        }
    }

    /**
     * Every row of the transactions that are whole, in order; the next call tells of later ones.
     */
    public Whole take() {
        Whole taken = new Whole(whole, wholeCommit, List.copyOf(traced.values()));
        traced.clear();
        whole = new ArrayList<>();
        wholeCommit = 0;
        return taken;
    }

    /** The offset of the first record that still waits for its transaction's end. */
    public OptionalLong waitingSince() {
        return open.isEmpty() ? OptionalLong.empty() : OptionalLong.of(open.getFirst().offset());
    }

    /** Forgets what waits: it will be read again. */
    public void clear() {
        open.clear();
        take();
    }

    private void add(Step step) {
        if (!open.isEmpty() && step.commit() < open.getLast().commit()) {
            open.clear(); // a relay died in the middle and begins again: the whole comes once more
        } else if (!open.isEmpty() && step.commit() > open.getLast().commit()) {
            finish();
        }
        open.add(step);
        if (step.last()) {
            finish();
        }
    }

    private void finish() {
        open.forEach(step -> whole.add(step.row()));
        open.getLast()
                .traced()
                .filter(one -> traced.size() < MOST_TRACED)
                .ifPresent(one -> traced.putIfAbsent(one.parent(), one));
        wholeCommit = Math.max(wholeCommit, open.getLast().commit());
        open.clear();
    }

    /**
     * Whole transactions.
     *
     * @param commit the highest commit number among them, 0 when there are none
     * @param traced the traces they belong to; not all, when they are very many
     */
    public record Whole(List<Row> rows, long commit, List<Traced> traced) {}
}
