package org.fingerpost.bench.timing;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * {@code run timing http://host:port unknown=MAC,… pending=MAC,… blocked=MAC,… --beside known=MAC}:
 * asks for a phone of each group in turns, in an order drawn anew each round, so that whatever else
 * the machine does falls on all groups alike. The first group is asked for twice, as two groups:
 * how far it is from itself shows what the measurement can tell.
 *
 * <p>What stands behind {@code --beside} may differ: its bytes are others anyway.
 */
public final class TimingBench {
    /** Enough that two per cent of distance is told apart. */
    private static final int ROUNDS = 20_000;

    private static final int WARM_UP = 5_000;
    private static final String BESIDE = "--beside";

    private TimingBench() {}

    /** True if no two groups that must not can be told apart, by the bytes or by the time. */
    public static boolean run(String... arguments) throws IOException {
        List<String> line = List.of(arguments);
        int beside = line.contains(BESIDE) ? line.indexOf(BESIDE) : line.size();
        if (beside < 3) {
            throw new IllegalArgumentException(
                    "usage: run timing http://host:port NAME=MAC[,MAC...] NAME=MAC[,MAC...] ..."
                            + " [--beside NAME=MAC[,MAC...] ...]");
        }
        List<Group> alike = new ArrayList<>(groups(line.subList(1, beside)));
        alike.add(1, alike.getFirst().again());
        List<Group> others = groups(line.subList(Math.min(beside + 1, line.size()), line.size()));
        List<Group> all = Stream.concat(alike.stream(), others.stream()).toList();
        try (Connection connection = new Connection(URI.create(arguments[0]))) {
            round(all, WARM_UP, connection);
            all.forEach(Group::forget);
            round(all, ROUNDS, connection);
        }
        all.forEach(System.out::println);
        others.forEach(other -> alike(alike.getFirst(), other));
        boolean same = true;
        for (int i = 0; i < alike.size(); i++) {
            for (Group other : alike.subList(i + 1, alike.size())) {
                same &= alike(alike.get(i), other);
            }
        }
        return same;
    }

    private static List<Group> groups(List<String> arguments) {
        return arguments.stream().map(Group::of).toList();
    }

    private static void round(List<Group> groups, int rounds, Connection connection)
            throws IOException {
        List<Group> order = new ArrayList<>(groups);
        Random random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Group group : order) {
                group.take(connection.ask(group.mac(round)));
            }
        }
    }

    private static boolean alike(Group one, Group other) {
        Likeness likeness = Likeness.of(one.times(), other.times());
        boolean sameBytes = one.heads.keySet().equals(other.heads.keySet());
        System.out.printf(
                "%s and %s: %s bytes, distance %.4f (told apart beyond %.4f)%n",
                one.name,
                other.name,
                sameBytes ? "same" : "OTHER",
                likeness.distance(),
                likeness.bound());
        return sameBytes && likeness.holds();
    }

    /** MAC addresses that should not be told from another group's. */
    private static final class Group {
        private final String name;
        private final List<String> macs;
        private final Map<String, Integer> heads = new LinkedHashMap<>();
        private final long[] nanos = new long[Math.max(WARM_UP, ROUNDS)];
        private int taken;

        private Group(String name, List<String> macs) {
            this.name = name;
            this.macs = macs;
        }

        static Group of(String argument) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException(argument + " is not NAME=MAC[,MAC...]");
            }
            return new Group(parts[0], List.of(parts[1].split(",")));
        }

        Group again() {
            return new Group(name + "-again", macs);
        }

        String mac(int round) {
            return macs.get(round % macs.size());
        }

        void take(Connection.Timed timed) {
            nanos[taken++] = timed.nanos();
            heads.merge(timed.head(), 1, Integer::sum);
        }

        void forget() {
            taken = 0;
            heads.clear();
        }

        long[] times() {
            return Arrays.copyOf(nanos, taken);
        }

        @Override
        public String toString() {
            long[] sorted = times();
            Arrays.sort(sorted);
            return "%-14s median %.1f us, p90 %.1f us, p99 %.1f us, %d requests"
                    .formatted(
                            name,
                            sorted[taken / 2] / 1e3,
                            sorted[(int) (taken * 0.9)] / 1e3,
                            sorted[(int) (taken * 0.99)] / 1e3,
                            taken);
        }
    }
}
