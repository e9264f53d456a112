package org.fingerpost.bench.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fingerpost.bench.door.Server;

/**
 * Another provisioning server, which runs already and goes on running.
 *
 * @param requests a line a request: its path, then at least one header, with tabs between
 */
record Peer(int port, ProcessHandle handle, List<String> requests) implements Server {
    private static final String USAGE = "usage: run peer --port P --pid PID --requests FILE";

    static Peer of(List<String> arguments) throws IOException {
        int port = Integer.parseInt(after("--port", arguments));
        long pid = Long.parseLong(after("--pid", arguments));
        Path list = Path.of(after("--requests", arguments));
        List<String> requests = Files.readAllLines(list);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException(list + " has no requests");
        }
        for (String line : requests) {
            if (!line.matches("/[^\t ]*(\t[A-Za-z0-9-]+: [^\t]*)+")) {
                throw new IllegalArgumentException("no path with tabs and headers: " + line);
            }
        }
        ProcessHandle handle =
                ProcessHandle.of(pid)
                        .orElseThrow(() -> new IllegalArgumentException("no process " + pid));
        return new Peer(port, handle, requests);
    }

    private static String after(String name, List<String> arguments) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 == arguments.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        return arguments.get(at + 1);
    }

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public int tlsPort() {
        throw new IllegalStateException("the peer is asked without TLS only");
    }

    /** It is not ours to end. */
    @Override
    public void close() {}
}
