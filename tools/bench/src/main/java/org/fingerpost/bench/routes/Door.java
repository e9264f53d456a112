package org.fingerpost.bench.routes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.redirect.routes.RouteBook;
import org.fingerpost.replica.Loading;
import org.fingerpost.replica.Replica;
import org.fingerpost.replica.ReplicaSettings;

/**
 * What a redirect door holds, without its HTTP: the replica, and the book that follows it.
 *
 * @param opened milliseconds from the replica's opening until the book could answer
 */
record Door(Replica replica, RouteBook book, double opened) implements AutoCloseable {
    /** Returns when the book can answer. */
    static Door ready(Path folder, String broker) {
        long start = System.nanoTime();
        Replica replica =
                Replica.open(ReplicaSettings.ofState("redirect", folder, Brokers.at(broker)));
        RouteBook book = new RouteBook(new ObjectMapper());
        replica.follow(book);
        Loading.await(replica);
        return new Door(replica, book, (System.nanoTime() - start) / 1e6);
    }

    static void say(String name, double figure) {
        System.out.println(name + " " + figure);
    }

    /** Milliseconds since this JVM was started, its own start included. */
    static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** Milliseconds of processor time that this process has used on all its threads. */
    static double processorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> (double) time.toMillis())
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        replica.close();
    }
}
