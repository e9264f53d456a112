package org.fingerpost.replica;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fingerpost.replica.disk.Generations;
import org.fingerpost.replica.disk.Row;
import org.fingerpost.replica.disk.Stretch;
import org.fingerpost.replica.disk.Table;
import org.fingerpost.replica.topic.Traced;

/**
 * A compacted topic as a local table. It answers from its disk, whether Kafka is there or not, and
 * follows the topic as long as it is: whole transactions at a time, within milliseconds. Until a
 * first load is complete it has no entries at all.
 *
 * <p>When Kafka's is another topic than the one it knows, no longer has the offset it had come to,
 * or was away for longer than deletions are remembered, it goes on answering, reads a second table
 * from zero and changes over to that.
 *
 * <p>All methods may be called from any thread; none waits for Kafka.
 */
public final class Replica implements AutoCloseable {
    private final Generations generations;
    private final Stage stage;
    private final Feed feed;

    private Replica(ReplicaSettings settings, InstantSource clock, Generations generations) {
        this.generations = generations;
        this.stage = new Stage(settings.topic());
        Story story = new Story(settings.topic());
        this.feed =
                new Feed(settings, new Ledger(settings, clock, generations, stage, story), story);
    }

    /**
     * Opens the table on disk and begins to follow the topic, now or as soon as Kafka has it.
     *
     * @throws IllegalStateException if another running replica uses the folder
     * @throws RuntimeException if the folder cannot be used
     */
    public static Replica open(ReplicaSettings settings) {
        return open(settings, InstantSource.system());
    }

    static Replica open(ReplicaSettings settings, InstantSource clock) {
        Generations generations = Generations.open(settings.directory());
        try {
            Replica replica = new Replica(settings, clock, generations);
            replica.feed.start();
            return replica;
        } catch (RuntimeException e) {
            generations.close();
            throw e;
        }
    }

    /**
     * A complete table is here: an earlier run's, or read from Kafka to its end. Never false again.
     */
    public boolean loaded() {
        return stage.isLoaded();
    }

    /**
     * Completed once loaded, after the followers were told; fails if the replica is closed first.
     */
    public CompletionStage<Void> whenLoaded() {
        return stage.whenLoaded().minimalCompletionStage();
    }

    /** What the table has under this key. */
    public Optional<Entry> get(String key) {
        return stage.ask(table -> table.find(key))
                .flatMap(Function.identity())
                .filter(Row::living)
                .map(Replica::entry);
    }

    /** Every entry whose key begins so, in the order of the keys, from one moment's table. */
    public void forEach(String prefix, Consumer<Entry> each) {
        Consumer<Row> living =
                row -> {
                    if (row.living()) {
                        each.accept(entry(row));
                    }
                };
        stage.ask(table -> {
            table.scan(prefix, living);
            return table;
        });
    }

    /**
     * The same entries as {@link #forEach} for who reads very many: on as many threads as there are
     * processors, and in no order. Each bag is filled by one thread.
     */
    public <B> List<B> gather(String prefix, Supplier<B> bag, BiConsumer<B, Entry> add) {
        return stage.ask(table ->
                        table.stretches(prefix).parallelStream()
                                .map(stretch -> gathered(table, stretch, bag.get(), add))
                                .toList())
                .orElse(List.of());
    }

    private static <B> B gathered(Table table, Stretch stretch, B bag, BiConsumer<B, Entry> add) {
        table.scan(
                stretch,
                row -> {
                    if (row.living()) {
                        add.accept(bag, entry(row));
                    }
                });
        return bag;
    }

    /** The commit number of the last transaction in the table, 0 when there is none. */
    public long commit() {
        return stage.ask(table -> table.mark().commit()).orElse(0L);
    }

    /**
     * True once the table has this commit and the followers were told of it; false when that took
     * longer than {@code max}, or the replica was closed. Occupies no thread.
     */
    public CompletionStage<Boolean> awaitCommit(long commit, Duration max) {
        return stage.awaiters().await(commit, max);
    }

    /**
     * When Kafka was last seen with the topic that the table follows; empty before the first load.
     */
    public Optional<Instant> lastContact() {
        return stage.ask(table -> table.mark().contact()).flatMap(Function.identity());
    }

    /**
     * How many records of the topic are known and not applied, markers of transactions among them;
     * empty before the topic was first read. While Kafka is away it stays as it was: then {@link
     * #lastContact} tells.
     */
    public OptionalLong lag() {
        return feed.lag();
    }

    /**
     * Tells the follower of the whole table before this returns, if loaded, and of every change.
     */
    public void follow(Follower follower) {
        stage.follow(new Stage.Listener(() -> follower.reloaded(this), follower::changed));
    }

    /** Told of the traces of what was swapped in, after its followers; quick, as these are. */
    public void traceBy(Consumer<List<Traced>> tracer) {
        stage.traceBy(tracer);
    }

    /** Not to be called by a follower. */
    @Override
    public void close() {
        stage.close();
        feed.close();
        generations.close();
    }

    static Entry entry(Row row) {
        return new Entry(row.key(), row.type(), row.revision(), row.value());
    }
}
