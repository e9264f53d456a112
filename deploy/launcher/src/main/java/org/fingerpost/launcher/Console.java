package org.fingerpost.launcher;

import java.io.PrintStream;
import org.fingerpost.launcher.machine.LaunchFailure;

/** Results go to standard output, progress and troubles to standard error. */
record Console(PrintStream out, PrintStream err) {
    void print(String text) {
        out.println(text);
        out.flush();
    }

    synchronized void say(String line) {
        err.println("  " + line);
    }

    void error(String sentence) {
        err.println(sentence);
    }

    /** A trouble that has a sentence gets it; any other is our own fault and shows where. */
    int complain(Exception trouble) {
        if (trouble instanceof LaunchFailure failure) {
            error(failure.getMessage());
        } else {
            trouble.printStackTrace(err);
        }
        return 1;
    }
}
