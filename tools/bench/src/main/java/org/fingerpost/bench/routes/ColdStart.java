package org.fingerpost.bench.routes;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fingerpost.bench.figures.Sample;
import org.fingerpost.bench.world.World;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.routes.Route;

/** A door that starts from its disk while Kafka is away, and is then asked. */
final class ColdStart {
    private static final int PHONES = 1_000_000;

    private ColdStart() {}

    /** Arguments: the door's folder, an address where no Kafka is. */
    public static void main(String[] args) {
        var held = new AtomicReference<>(Optional.of(Door.ready(Path.of(args[0]), args[1])));
        Door.say("ready", Door.sinceStart());
        Door.say("processor", Door.processorTime());
        Door.say("opened", held.get().orElseThrow().opened());
        measure(held.get().orElseThrow());
        Door.say("bytes", bytes(held));
    }

    private static void measure(Door door) {
        MacAddress[] phones = World.phones(PHONES);
        long[] boundaries = World.boundaries();
        Lookup table = phone -> door.book().find(phone) instanceof Route.To ? 1 : 0;
        Lookup bare = phone -> Arrays.binarySearch(boundaries, phone.bits()) < 0 ? 1 : 0;
        Door.say("mean", mean(table, phones));
        Door.say("p99", singly(table, phones).percentile(99));
        Door.say("bare-mean", mean(bare, phones));
        Door.say("bare-p99", singly(bare, phones).percentile(99));
    }

    /** Says something of the answer, so that none is left out as unneeded. */
    private interface Lookup {
        int ask(MacAddress phone);
    }

    /** Nanoseconds of processor time by the lookup: the median of nine rounds of a million. */
    private static double mean(Lookup lookup, MacAddress[] phones) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] rounds = new long[9];
        int found = 0;
        for (int round = -5; round < rounds.length; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (MacAddress phone : phones) {
                found += lookup.ask(phone);
            }
            rounds[Math.max(round, 0)] = threads.getCurrentThreadCpuTime() - start;
        }
        Door.say("found", found);
        return (double) new Sample(rounds).percentile(50) / phones.length;
    }

    /** Nanoseconds of each lookup alone; the reading of the clock is counted as its own. */
    private static Sample singly(Lookup lookup, MacAddress[] phones) {
        long[] taken = new long[phones.length];
        for (int warm = 0; warm < 2; warm++) {
            for (int i = 0; i < phones.length; i++) {
                long start = System.nanoTime();
                int found = lookup.ask(phones[i]);
                taken[i] = System.nanoTime() - start + found / 2; // found is never 2
            }
        }
        return new Sample(taken);
    }

    /** What the heap holds less when the door is let go of, by the range. */
    private static double bytes(AtomicReference<Optional<Door>> held) {
        long with = used();
        held.getAndSet(Optional.empty()).ifPresent(Door::close);
        return (double) (with - used()) / World.RANGES;
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
