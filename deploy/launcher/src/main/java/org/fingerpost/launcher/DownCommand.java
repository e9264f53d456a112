package org.fingerpost.launcher;

import java.util.concurrent.Callable;
import org.fingerpost.launcher.deployment.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything, and with {@code --purge} deletes its state. */
@Command(name = "deploy/down")
final class DownCommand implements Callable<Integer> {
    private final Deployment deployment;
    private final Console console;

    @Option(names = "--purge")
    private boolean purge;

    DownCommand(Deployment deployment, Console console) {
        this.deployment = deployment;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (purge) {
            deployment.purge();
            console.print(
                    "Everything is stopped, and the state in "
                            + deployment.home()
                            + " is deleted.");
        } else {
            int stopped = deployment.down();
            console.print(stopped == 0 ? "Nothing was running." : "Everything is stopped.");
        }
        return 0;
    }
}
