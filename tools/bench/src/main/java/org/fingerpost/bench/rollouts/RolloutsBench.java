package org.fingerpost.bench.rollouts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.fingerpost.bench.figures.Sample;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.firmware.catalog.Offer;
import org.fingerpost.firmware.catalog.Wanted;
import org.fingerpost.firmware.names.AskedFile;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.waves.Places;
import org.fingerpost.firmware.waves.WaveSize;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Salt;

/** {@code run rollouts}: in this JVM, on one thread. */
public final class RolloutsBench {
    private static final int PHONES = 1_000_000;
    private static final int LOOKUPS = 200_000;
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 3;

    private static final List<WaveSize> WAVES =
            List.of(
                    new WaveSize.Count(100),
                    new WaveSize.Count(5_000),
                    new WaveSize.Percent(10),
                    new WaveSize.Percent(50),
                    new WaveSize.Percent(100));

    private RolloutsBench() {}

    public static List<Verdict> run() {
        double assigned = median(RolloutsBench::assign);
        Catalog catalog = Shop.stocked();
        Wanted[] wanted = wanted("gxp2160fw.bin");
        Wanted[] exact = wanted("gxp2160fw.bin_1.0.8.20");
        double mean = median(() -> ask(catalog, wanted)) / LOOKUPS;
        double named = median(() -> ask(catalog, exact)) / LOOKUPS;
        return List.of(
                new Verdict("a million phones assigned to waves", assigned / 1e9, 10, "s"),
                new Verdict("the offer for a phone, mean", mean / 1e3, 5, "µs"),
                new Verdict("the same where the name tells a version", named / 1e3, 5, "µs"),
                new Verdict("the offer for a phone, p99", p99(catalog, wanted) / 1e3, 5, "µs"));
    }

    /** What is done when a wave opens, for all waves at once: chosen, placed, counted. */
    private static int assign() {
        Rule rule = new Rule(Set.of("GXP21xx"), List.of(), Set.of(), new Salt(1, 2), 0);
        long[] chosen =
                LongStream.range(Shop.FIRST, Shop.FIRST + PHONES)
                        .filter(mac ->
                                rule.chooses(
                                        new MacAddress(mac),
                                        DeviceModels.find("GXP2160").orElseThrow(),
                                        Optional.of(Shop.OLD)))
                        .toArray();
        Places places = Places.of(rule.salt(), chosen, chosen);
        long[] limits = WAVES.stream().mapToLong(places::limit).toArray();
        long[] sizes = new long[limits.length];
        for (long mac = Shop.FIRST; mac < Shop.FIRST + PHONES; mac++) {
            long place = rule.salt().place(new MacAddress(mac));
            int wave = 0;
            while (place >= limits[wave]) {
                wave++;
            }
            sizes[wave]++;
        }
        if (LongStream.of(sizes).sum() != PHONES || sizes[0] != 100) {
            throw new IllegalStateException("phones were lost between waves");
        }
        return (int) sizes[2];
    }

    private static int ask(Catalog catalog, Wanted[] wanted) {
        int found = 0;
        for (Wanted each : wanted) {
            found += catalog.find(each) instanceof Offer.Of ? 1 : 0;
        }
        if (found != wanted.length) {
            throw new IllegalStateException("some phone got nothing");
        }
        return found;
    }

    /** Nanoseconds; the reading of the clock is counted as the lookup's own. */
    private static double p99(Catalog catalog, Wanted[] wanted) {
        long[] taken = new long[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            long start = System.nanoTime();
            Offer offer = catalog.find(wanted[i]);
            taken[i] = System.nanoTime() - start + (offer instanceof Offer.None ? 1 : 0);
        }
        return new Sample(taken).percentile(99);
    }

    private static Wanted[] wanted(String file) {
        Random random = new Random(1);
        DeviceModel model = DeviceModels.find("GXP2160").orElseThrow();
        Wanted[] wanted = new Wanted[LOOKUPS];
        for (int i = 0; i < LOOKUPS; i++) {
            long mac = Shop.FIRST + random.nextLong(2L * Shop.RANGES * Shop.SPAN);
            wanted[i] =
                    new Wanted(
                            Shop.PROVIDER,
                            new AskedFile("", file),
                            Optional.of(new MacAddress(mac)),
                            Optional.of(model),
                            Optional.of(new Version(Shop.OLD)));
        }
        return wanted;
    }

    private interface Work {
        int run();
    }

    /** Nanoseconds of processor time. */
    private static double median(Work work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] rounds = new long[ROUNDS];
        int kept = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            kept += work.run();
            rounds[Math.max(round, 0)] = threads.getCurrentThreadCpuTime() - start;
        }
        if (kept == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return new Sample(rounds).percentile(50);
    }
}
