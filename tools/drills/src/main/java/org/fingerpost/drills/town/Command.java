package org.fingerpost.drills.town;

import java.io.IOException;
import java.util.List;

/** A program of the machine's that does one thing and ends. */
final class Command {
    private Command() {}

    /** False also when there is no such program. */
    static boolean succeeds(List<String> line) {
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
