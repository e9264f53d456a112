package org.fingerpost.drills.town;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals to a process that we started, and to its children. */
final class Signals {
    private Signals() {}

    static void send(String signal, ProcessHandle process) {
        List<String> line = new ArrayList<>(List.of("kill", "-s", signal));
        line.add(Long.toString(process.pid()));
        process.descendants().map(child -> Long.toString(child.pid())).forEach(line::add);
        try {
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("there is no kill on this machine", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
