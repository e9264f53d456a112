package org.fingerpost.cli.batch.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * On a terminal a bar, redrawn in its place; elsewhere a line now and then. Nothing for the first
 * two seconds.
 */
public final class Progress {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int WIDTH = 30;

    /** Back to the left edge, and what stands there goes. */
    private static final String WIPE = "\r\033[K";

    private final PrintWriter to;
    private final BooleanSupplier asksForTerminal;
    private final InstantSource clock;
    private final OptionalLong total;
    private final Instant begin;
    private Instant next;
    private boolean asked;
    private boolean isTerminal;
    private boolean isDrawn;

    /**
     * @param terminal is asked once, and only if the work takes long
     * @param total how much there is to do, in any unit, if it is known
     */
    public Progress(
            PrintWriter to, BooleanSupplier terminal, InstantSource clock, OptionalLong total) {
        this.to = to;
        this.asksForTerminal = terminal;
        this.clock = clock;
        this.total = total;
        this.begin = clock.instant();
        this.next = begin.plus(QUIET);
    }

    /** Since the work began. */
    public Duration elapsed() {
        return Duration.between(begin, clock.instant());
    }

    /**
     * Called as often as one likes.
     *
     * @param done of the total
     * @param counts what was done, in words
     */
    public void at(long done, String counts) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        if (!asked) {
            asked = true;
            isTerminal = asksForTerminal.getAsBoolean();
        }
        String text = share(done) + counts + left(done, now);
        if (isTerminal) {
            to.print(WIPE + bar(done) + text);
            isDrawn = true;
        } else {
            to.println(text);
        }
        to.flush();
        next = now.plus(isTerminal ? BETWEEN_DRAWINGS : BETWEEN_LINES);
    }

    /** A line of its own, above the bar. */
    public void say(String line) {
        wipe();
        to.println(line);
        to.flush();
    }

    /** The work is over: the bar goes. */
    public void wipe() {
        if (isDrawn) {
            to.print(WIPE);
            to.flush();
            isDrawn = false;
        }
    }

    private double fraction(long done) {
        return total.isEmpty() || total.getAsLong() == 0
                ? 0
                : Math.min(1, (double) done / total.getAsLong());
    }

    private String bar(long done) {
        if (total.isEmpty()) {
            return "";
        }
        int filled = (int) (WIDTH * fraction(done));
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] ";
    }

    private String share(long done) {
        return total.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%3d %%, ", (int) (100 * fraction(done)));
    }

    private String left(long done, Instant now) {
        double fraction = fraction(done);
        if (fraction == 0) {
            return "";
        }
        double passed = Duration.between(begin, now).toMillis() / 1000.0;
        return String.format(Locale.ROOT, ", %.0f s left", passed * (1 - fraction) / fraction);
    }
}
