package org.fingerpost.cli.batch.progress;

import java.io.IOException;

/** Is standard error a person's screen? The JDK can only tell it of the two others. */
public final class Terminal {

    private Terminal() {}

    /** Asks the shell, which takes some milliseconds; false where there is none. */
    public static boolean isStandardError() {
        try {
            var asked =
                    new ProcessBuilder("sh", "-c", "test -t 2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return asked.waitFor() == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
