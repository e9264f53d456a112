package org.fingerpost.replica;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.replica.disk.Generations;
import org.fingerpost.replica.disk.Mark;
import org.fingerpost.replica.disk.Origin;
import org.fingerpost.replica.disk.Table;
import org.fingerpost.replica.topic.Transactions;

/**
 * Writes what the feed hears. The table it writes is the one that answers, or a newer one that will
 * answer when it is complete. Used by one thread.
 */
final class Ledger implements AutoCloseable {
    private final Generations generations;
    private final Stage stage;
    private final Story story;
    private final InstantSource clock;
    private final Duration forgetAfter;
    private final Transactions transactions;
    private Table target;

    Ledger(
            ReplicaSettings settings,
            InstantSource clock,
            Generations generations,
            Stage stage,
            Story story) {
        this.generations = generations;
        this.stage = stage;
        this.story = story;
        this.clock = clock;
        this.forgetAfter = settings.forgetAfter();
        this.transactions = new Transactions(settings.topic());
        this.target = generations.newest();
        if (target.mark().loaded()) {
            story.found(target.mark().keys());
            stage.present(target);
        }
    }

    /** Decides whether the table can go on with this topic, and begins another one if not. */
    void settle(Origin origin) {
        transactions.clear();
        Mark mark = target.mark();
        if (!mark.blank() && !mark.origin().equals(origin)) {
            startOver("the topic is another one than before");
        } else if (overdue()) {
            startOver("Kafka was not seen since " + mark.contact().orElseThrow());
        }
        if (!target.mark().loaded()) {
            story.loading();
        }
        target.write(List.of(), target.mark().startingAt(origin, clock.instant()));
    }

    /** Where to read on. */
    long offset() {
        return target.mark().offset();
    }

    /** Kafka was away for longer than it remembers what was deleted. */
    boolean overdue() {
        Instant now = clock.instant();
        return target.mark()
                .contact()
                .filter(contact -> contact.plus(forgetAfter).isBefore(now))
                .isPresent();
    }

    /** Swaps in every transaction that is whole by now; the rest waits for its end. */
    void apply(Iterable<ConsumerRecord<String, byte[]>> records, long position) {
        records.forEach(transactions::add);
        Transactions.Whole whole = transactions.take();
        if (whole.rows().isEmpty()) {
            return; // a position that moved over nothing of ours is kept with the next contact
        }
        Merge merge = new Merge(target, whole.rows());
        Mark next = moved(position, whole.commit(), merge.growth());
        if (stage.answersFrom(target)) {
            stage.swap(target, () -> target.write(merge.rows(), next), merge.changes());
            stage.traced(whole.traced());
        } else {
            target.write(merge.rows(), next);
        }
    }

    /** Kafka was seen, with the topic this table comes from. */
    void contact(long position) {
        target.write(List.of(), moved(position, 0, 0));
    }

    /** An unfinished table that has come to the topic's end is complete and begins to answer. */
    void complete(long position, long end) {
        if (target.mark().loaded() || position < end) {
            return;
        }
        contact(position);
        if (target.mark().keys() == 0 && stage.answersWithKeys()) {
            story.emptied(); // a topic made anew is told again: until then the old table answers
            return;
        }
        target.complete();
        story.loaded(target.mark().keys());
        stage.present(target).ifPresent(generations::discard);
    }

    /** The old table, if there is one, goes on answering meanwhile. */
    void startOver(String why) {
        story.startingOver(why);
        if (!stage.answersFrom(target)) {
            generations.discard(target);
        }
        target = generations.fresh();
    }

    @Override
    public void close() {
        target.close();
        stage.closeTable();
    }

    private Mark moved(long position, long commit, long growth) {
        Mark mark = target.mark();
        long offset = transactions.waitingSince().orElse(position);
        return mark.movedTo(offset, commit, mark.keys() + growth, clock.instant());
    }
}
