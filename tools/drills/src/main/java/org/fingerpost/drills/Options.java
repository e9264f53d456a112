package org.fingerpost.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.drills.town.Town;

/**
 * How a run is made.
 *
 * @param away how long what was killed or frozen stays so
 * @param allowance after which an acknowledged write must be at every door, in calm
 * @param times how often each is killed
 * @param perSecond requests of phones
 * @param stock phones, or releases, that are there before
 * @param only the drills whose names contain one of these, with commas between; all if it is empty
 * @param old an earlier version of this repository, packaged, that one of the doors runs from
 */
record Options(
        Subject service,
        Duration away,
        Duration allowance,
        int times,
        int perSecond,
        int writers,
        int stock,
        String only,
        Optional<Path> old,
        boolean keep) {
    static final String FULL = "disk full";

    static final String USAGE =
            """
            usage: tools/drills/run redirect|config|firmware
                                    [--long | --away SECONDS] [--times N] [--rate N] [--writers N] [--phones N]
                                    [--only WORDS] [--old FOLDER] [--keep]

              --away SECONDS  how long what was killed or frozen stays so; 20 without
              --long          three minutes
              --times N       how often each process is killed; once without
              --rate N        requests of phones a second; 500, 150 and 60 without
              --writers N     who write all the time, one after the other; 4 without
              --phones N      that are there before; 5000, 2000, and 20 files without
              --only WORDS    only drills whose name has one of them: killed,newer,disk …
              --old FOLDER    where an earlier version of this repository is, packaged: door-a runs from there
              --keep          leave the folder with the logs

            Exit code: 0 nothing was lost, 1 something was, 64 wrong usage, 70 the build failed.
            """;

    private static final Set<String> NUMBERS =
            Set.of("--away", "--times", "--rate", "--writers", "--phones");
    private static final Set<String> WORDS = Set.of("--only", "--old");
    private static final Duration ALLOWANCE = Duration.ofSeconds(5);

    /** Throws {@link IllegalArgumentException} with a sentence. */
    static Options parse(String... arguments) {
        Subject service = Subject.named(arguments.length == 0 ? "" : arguments[0]);
        Line line = new Line(arguments);
        return new Options(
                service,
                Duration.ofSeconds(line.has("--long") ? 180 : line.number("--away", 20)),
                ALLOWANCE,
                line.number("--times", 1),
                line.number("--rate", service.perSecond()),
                line.number("--writers", 4),
                line.number("--phones", service.stock()),
                line.word("--only").orElse(""),
                line.word("--old").map(Path::of).map(Path::toAbsolutePath),
                line.has("--keep"));
    }

    boolean asksFor(String drill) {
        return Arrays.stream(only.split(",")).anyMatch(drill::contains);
    }

    Town.Plan plan() {
        return new Town.Plan(service.part(), old, asksFor(FULL));
    }

    /** What stands behind the service. */
    private static final class Line {
        private final String[] arguments;
        private final Set<String> seen = new HashSet<>();

        Line(String... arguments) {
            this.arguments = arguments;
            for (int i = 1; i < arguments.length; i++) {
                String name = arguments[i];
                if (NUMBERS.contains(name) || WORDS.contains(name)) {
                    i++;
                } else if (!name.equals("--long") && !name.equals("--keep")) {
                    throw new IllegalArgumentException("no such option: " + name);
                }
                seen.add(name);
            }
        }

        boolean has(String name) {
            return seen.contains(name);
        }

        int number(String name, int without) {
            return value(name)
                    .map(text -> {
                        if (!text.matches("[1-9]\\d{0,5}")) {
                            throw new IllegalArgumentException(name + " needs a number from 1 on");
                        }
                        return Integer.parseInt(text);
                    })
                    .orElse(without);
        }

        Optional<String> word(String name) {
            Optional<String> word = value(name);
            if (word.isPresent() && word.get().startsWith("-")) {
                throw new IllegalArgumentException(name + " needs a word");
            }
            return word;
        }

        /** The last one counts. */
        private Optional<String> value(String name) {
            for (int i = arguments.length - 1; i > 0 && seen.contains(name); i--) {
                if (arguments[i].equals(name)) {
                    return Optional.of(i + 1 < arguments.length ? arguments[i + 1] : "-");
                }
            }
            return Optional.empty();
        }
    }
}
