package org.fingerpost.drills;

import java.time.Duration;

/**
 * How a run is made.
 *
 * @param away how long what was killed or frozen stays so
 * @param allowance after which an acknowledged write must be at every door, in calm
 * @param perSecond requests of phones
 * @param stock phones that are registered before
 * @param brief only everything behind the doors away, and a door restarted meanwhile
 */
record Options(
        Duration away,
        Duration allowance,
        int perSecond,
        int writers,
        int stock,
        boolean brief,
        boolean keep) {
    static final String USAGE =
            """
            usage: tools/drills/run redirect [--long | --away SECONDS] [--rate N] [--writers N] [--phones N]

              --away SECONDS  how long what was killed or frozen stays so; 20 without
              --long          three minutes
              --rate N        requests of phones a second; 500 without
              --writers N     who write all the time, about eight writes a second each; 4 without
              --phones N      that are registered before; 5000 without
              --brief         only: everything behind the doors dies, and a door is restarted meanwhile
              --keep          leave the folder with the logs

            Exit code: 0 nothing was lost, 1 something was, 64 wrong usage, 70 the build failed.
            """;

    static Options standard() {
        return new Options(
                Duration.ofSeconds(20), Duration.ofSeconds(5), 500, 4, 5_000, false, false);
    }

    /** Throws {@link IllegalArgumentException} with a sentence. */
    static Options parse(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("redirect")) {
            throw new IllegalArgumentException("say what to drill: redirect");
        }
        Options options = standard();
        for (int i = 1; i < arguments.length; i++) {
            String name = arguments[i];
            options =
                    switch (name) {
                        case "--long" -> options.away(180);
                        case "--brief" -> options.onlyBrief();
                        case "--keep" -> options.keeping();
                        default -> options.with(name, number(name, arguments, ++i));
                    };
        }
        return options;
    }

    private static int number(String name, String[] arguments, int at) {
        if (at >= arguments.length || !arguments[at].matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(name + " needs a number from 1 on");
        }
        return Integer.parseInt(arguments[at]);
    }

    private Options with(String name, int number) {
        return switch (name) {
            case "--away" -> away(number);
            case "--rate" -> new Options(away, allowance, number, writers, stock, brief, keep);
            case "--writers" -> new Options(away, allowance, perSecond, number, stock, brief, keep);
            case "--phones" ->
                    new Options(away, allowance, perSecond, writers, number, brief, keep);
            default -> throw new IllegalArgumentException("no such option: " + name);
        };
    }

    Options away(int seconds) {
        return new Options(
                Duration.ofSeconds(seconds), allowance, perSecond, writers, stock, brief, keep);
    }

    Options onlyBrief() {
        return new Options(away, allowance, perSecond, writers, stock, true, keep);
    }

    private Options keeping() {
        return new Options(away, allowance, perSecond, writers, stock, brief, true);
    }
}
