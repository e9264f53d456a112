package org.fingerpost.replica;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Who waits for a commit number. What they do then runs on a thread of theirs, not on the feed. */
final class Awaiters {
    private final Set<Awaiter> waiting = ConcurrentHashMap.newKeySet();
    private volatile long told;
    private volatile boolean closed;

    CompletionStage<Boolean> await(long commit, Duration max) {
        if (told >= commit) {
            return CompletableFuture.completedStage(true);
        }
        Awaiter awaiter = new Awaiter(commit, new CompletableFuture<>());
        waiting.add(awaiter);
        awaiter.reached.completeOnTimeout(
                false, Math.max(0, max.toMillis()), TimeUnit.MILLISECONDS);
        if (told >= commit) { // it came in between
            awaiter.reached.complete(true);
        } else if (closed) {
            awaiter.reached.complete(false);
        }
        return awaiter.reached
                .whenComplete((answer, trouble) -> waiting.remove(awaiter))
                .thenApplyAsync(Function.identity(), Thread::startVirtualThread);
    }

    void reached(long commit) {
        told = commit;
        waiting.stream()
                .filter(awaiter -> awaiter.commit <= commit)
                .forEach(awaiter -> awaiter.reached.complete(true));
    }

    void close() {
        closed = true;
        waiting.forEach(awaiter -> awaiter.reached.complete(false));
    }

    /** A class, not a record: two callers that wait for the same commit are two. */
    private static final class Awaiter {
        private final long commit;
        private final CompletableFuture<Boolean> reached;

        Awaiter(long commit, CompletableFuture<Boolean> reached) {
            this.commit = commit;
            this.reached = reached;
        }
    }
}
