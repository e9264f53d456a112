package org.fingerpost.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how everything stands; the exit code says whether all is ready. */
@Command(name = "deploy/status")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_ALL_READY = 3;

    private final Deployment deployment;
    private final Console console;

    @Option(names = "--json")
    private boolean json;

    StatusCommand(Deployment deployment, Console console) {
        this.deployment = deployment;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Standing> standings = deployment.status();
        console.print(json ? json(standings) : Table.of(standings));
        return standings.stream().allMatch(Standing::ready) ? 0 : NOT_ALL_READY;
    }

    /**
     * {@code [{"name", "pid", "port", "ready"}]}: pid is null for what does not run here, port
     * before one was chosen.
     */
    static String json(List<Standing> standings) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (Standing standing : standings) {
            ObjectNode entry = array.addObject();
            entry.put("name", standing.name().word());
            entry.putNull("pid");
            standing.pid().ifPresent(pid -> entry.put("pid", pid));
            entry.putNull("port");
            standing.port().ifPresent(port -> entry.put("port", port));
            entry.put("ready", standing.ready());
        }
        return array.toPrettyString();
    }
}
