package org.fingerpost.drills;

import java.time.Duration;

/**
 * How a run is made.
 *
 * @param away how long what was killed or frozen stays so
 * @param allowance after which an acknowledged write must be at every door, in calm
 * @param perSecond requests of phones
 * @param stock phones that are registered before
 * @param only the drills whose names contain this; all if it is empty
 */
record Options(
        Duration away,
        Duration allowance,
        int perSecond,
        int writers,
        int stock,
        String only,
        boolean keep) {
    static final String USAGE =
            """
            usage: tools/drills/run redirect [--long | --away SECONDS] [--rate N] [--writers N] [--phones N]
                                           [--only WORD] [--keep]

              --away SECONDS  how long what was killed or frozen stays so; 20 without
              --long          three minutes
              --rate N        requests of phones a second; 500 without
              --writers N     who write all the time, about eight writes a second each; 4 without
              --phones N      that are registered before; 5000 without
              --only WORD     only drills whose name contains it: killed, frozen, postgresql, everything …
              --keep          leave the folder with the logs

            Exit code: 0 nothing was lost, 1 something was, 64 wrong usage, 70 the build failed.
            """;

    static Options standard() {
        return new Options(Duration.ofSeconds(20), Duration.ofSeconds(5), 500, 4, 5_000, "", false);
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
                        case "--only" -> options.only(word(name, arguments, ++i));
                        case "--keep" -> options.keeping();
                        default -> options.with(name, number(name, arguments, ++i));
                    };
        }
        return options;
    }

    private static String word(String name, String[] arguments, int at) {
        if (at >= arguments.length || arguments[at].startsWith("-")) {
            throw new IllegalArgumentException(name + " needs a word");
        }
        return arguments[at];
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
            case "--rate" -> new Options(away, allowance, number, writers, stock, only, keep);
            case "--writers" -> new Options(away, allowance, perSecond, number, stock, only, keep);
            case "--phones" -> new Options(away, allowance, perSecond, writers, number, only, keep);
            default -> throw new IllegalArgumentException("no such option: " + name);
        };
    }

    Options away(int seconds) {
        return new Options(
                Duration.ofSeconds(seconds), allowance, perSecond, writers, stock, only, keep);
    }

    private Options only(String word) {
        return new Options(away, allowance, perSecond, writers, stock, word, keep);
    }

    private Options keeping() {
        return new Options(away, allowance, perSecond, writers, stock, only, true);
    }
}
