package org.fingerpost.replica;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Keeps a start waiting until a door can answer. */
public final class Loading {
    private Loading() {}

    /**
     * Returns when all replicas have a complete table. A process that is told to stop gives up
     * waiting: its framework would otherwise wait for the start to end before it stops.
     */
    public static void await(Replica... replicas) {
        CompletableFuture<Object> toldToStop = new CompletableFuture<>();
        Thread hook = new Thread(() -> toldToStop.complete("told to stop"), "give-up-waiting");
        Runtime.getRuntime().addShutdownHook(hook);
        CompletableFuture<Void> loaded =
                CompletableFuture.allOf(
                        Stream.of(replicas)
                                .map(replica -> replica.whenLoaded().toCompletableFuture())
                                .toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(loaded, toldToStop).join();
        if (!toldToStop.isDone()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
