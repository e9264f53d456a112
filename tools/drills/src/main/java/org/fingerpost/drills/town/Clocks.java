package org.fingerpost.drills.town;

import java.util.ArrayList;
import java.util.List;

/**
 * Other clocks for one process: those that count since the machine's start. What the wall shows is
 * the same for all processes of a machine.
 */
public final class Clocks {
    private static final long MONTH_SECONDS = 30L * 24 * 60 * 60;

    private Clocks() {}

    public static boolean canBeOthers() {
        List<String> line = new ArrayList<>(ahead());
        line.add("true");
        return Command.succeeds(line);
    }

    /** Starts a program for which a month has gone by since the machine's start. */
    public static List<String> ahead() {
        return List.of(
                "unshare",
                "--time",
                "--monotonic",
                Long.toString(MONTH_SECONDS),
                "--boottime",
                Long.toString(MONTH_SECONDS),
                "--fork",
                "--kill-child");
    }
}
