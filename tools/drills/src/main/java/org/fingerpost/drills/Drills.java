package org.fingerpost.drills;

import java.util.Arrays;

/** {@code tools/drills/run}. */
public final class Drills {
    private Drills() {}

    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options = options(args);
        Report report = DrillRun.run(options, System.out::println);
        System.out.println(report);
        System.exit(report.clean() ? 0 : 1);
    }

    private static Options options(String... args) {
        try {
            return Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("run: " + e.getMessage() + " (--help tells how)");
            System.exit(64);
            throw e;
        }
    }
}
