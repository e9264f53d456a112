package org.fingerpost.bench.door;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * Who runs where. The server under load has a core to itself with one worker on it; the load and
 * the broker share the other, so that neither server is paid for by its neighbours.
 */
public final class Cores {
    private static final String SERVER = "0";
    private static final String OTHERS = "1";

    private Cores() {}

    static List<String> server(List<String> command) {
        return on(SERVER, command);
    }

    /** Beside the server. */
    public static List<String> others(List<String> command) {
        return on(OTHERS, command);
    }

    /** Moves a process that runs already, with its threads, to the core of servers. */
    public static void serverFromNow(ProcessHandle process) throws IOException {
        String pid = Long.toString(process.pid());
        int code =
                new ProcessBuilder("taskset", "-a", "-p", "-c", SERVER, pid)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .onExit()
                        .join()
                        .exitValue();
        if (code != 0) {
            throw new IOException("taskset cannot move process " + pid);
        }
    }

    private static List<String> on(String core, List<String> command) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", core));
        pinned.addAll(command);
        return pinned;
    }
}
