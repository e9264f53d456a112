package org.fingerpost.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fingerpost.replica.disk.Table;
import org.fingerpost.replica.topic.Traced;
import org.jboss.logging.Logger;

/**
 * What the readers see: the complete table, if there is one, and who is told of its changes. Every
 * swap goes through here, under one lock, so that a new follower misses nothing and hears nothing
 * twice.
 */
final class Stage {
    private static final Logger LOG = Logger.getLogger(Replica.class);

    private final String topic;
    private final ReentrantLock swapping = new ReentrantLock();
    private final List<Listener> listeners = new ArrayList<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final Awaiters awaiters = new Awaiters();
    private volatile Optional<Table> answering = Optional.empty();
    private volatile Consumer<List<Traced>> tracer = traced -> {};
    private volatile boolean closed;

    Stage(String topic) {
        this.topic = topic;
    }

    /** A follower, bound to its replica. */
    record Listener(Runnable reloaded, Consumer<List<Change>> changed) {}

    Awaiters awaiters() {
        return awaiters;
    }

    CompletableFuture<Void> whenLoaded() {
        return loaded;
    }

    boolean answersFrom(Table table) {
        return answering.filter(current -> current == table).isPresent();
    }

    /** Whether there is something that an empty table would take away. */
    boolean answersWithKeys() {
        return answering.filter(table -> table.mark().keys() > 0).isPresent();
    }

    boolean isLoaded() {
        return answering.isPresent();
    }

    /** Asks the complete table; empty when there is none. */
    <R> Optional<R> ask(Function<Table, R> question) {
        while (true) {
            if (closed) {
                throw new IllegalStateException("the replica of " + topic + " is closed");
            }
            Optional<Table> table = answering;
            Optional<R> answer = table.flatMap(current -> current.reading(question));
            if (answer.isPresent() || table.isEmpty()) {
                return answer;
            }
            Thread.onSpinWait(); // it was closed under our hands: its successor is there already
        }
    }

    /** From here on this table answers. The one that did so far is given back, still open. */
    Optional<Table> present(Table table) {
        swapping.lock();
        try {
            Optional<Table> before = answering;
            answering = Optional.of(table);
            listeners.forEach(listener -> tell(listener.reloaded));
            awaiters.reached(table.mark().commit());
            loaded.completeAsync(() -> null, Thread::startVirtualThread);
            return before;
        } finally {
            swapping.unlock();
        }
    }

    /** Writes to the answering table and tells everybody. */
    void swap(Table table, Runnable write, List<Change> changes) {
        swapping.lock();
        try {
            write.run();
            listeners.forEach(listener -> tell(() -> listener.changed.accept(changes)));
            awaiters.reached(table.mark().commit());
        } finally {
            swapping.unlock();
        }
    }

    void traceBy(Consumer<List<Traced>> told) {
        tracer = told;
    }

    /** Of what was swapped in as it came; what a first load brings is old. */
    void traced(List<Traced> traced) {
        if (!traced.isEmpty()) {
            tell(() -> tracer.accept(traced));
        }
    }

    void follow(Listener listener) {
        swapping.lock();
        try {
            listeners.add(listener);
            if (isLoaded()) {
                tell(listener.reloaded);
            }
        } finally {
            swapping.unlock();
        }
    }

    void close() {
        closed = true;
        awaiters.close();
        loaded.completeExceptionally(
                new IllegalStateException("the replica of " + topic + " was closed"));
    }

    /** After {@link #close}, by the thread that wrote the table. */
    void closeTable() {
        answering.ifPresent(Table::close);
    }

    private void tell(Runnable message) {
        try {
            message.run();
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "%s: a follower of the replica failed and is told on all the same", topic);
        }
    }
}
