package org.fingerpost.drills.town;

import java.util.ArrayList;
import java.util.List;

/** Signals to a process that we started, and to its children. */
final class Signals {
    private Signals() {}

    static void send(String signal, ProcessHandle process) {
        List<String> line = new ArrayList<>(List.of("kill", "-s", signal));
        line.add(Long.toString(process.pid()));
        process.descendants().map(child -> Long.toString(child.pid())).forEach(line::add);
        // One that has just died is no trouble.
        Command.succeeds(line);
    }
}
