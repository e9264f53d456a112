package org.fingerpost.launcher;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Standing;
import org.fingerpost.launcher.settings.PartName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what is missing, shows what runs where, and stays unless told to leave. */
@Command(name = "deploy/up")
final class UpCommand implements Callable<Integer> {
    private final Deployment deployment;
    private final Console console;

    @Option(names = "--detach")
    private boolean detach;

    @Option(names = "--only", paramLabel = "postgresql|kafka|redirect|config|firmware")
    private List<PartName> only = List.of();

    UpCommand(Deployment deployment, Console console) {
        this.deployment = deployment;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<PartName> wanted =
                only.isEmpty() ? EnumSet.allOf(PartName.class) : EnumSet.copyOf(only);
        Foreground foreground = new Foreground(deployment, console);
        foreground.stopOnInterrupt();
        Set<PartName> started = deployment.up(wanted);
        if (detach || started.isEmpty()) {
            foreground.letGo();
        }
        List<Standing> standings = deployment.status();
        if (started.isEmpty()) {
            console.print(alreadyRunning(wanted));
        }
        console.print(Table.of(standings));
        if (started.contains(PartName.REDIRECT)) {
            console.print(NextSteps.of(deployment));
        }
        if (!detach && !started.isEmpty()) {
            foreground.stay(started);
        }
        return 0;
    }

    private static String alreadyRunning(Set<PartName> wanted) {
        return wanted.size() == PartName.values().length
                ? "Fingerpost is already running."
                : String.join(" and ", wanted.stream().map(PartName::word).toList())
                        + (wanted.size() == 1 ? " is" : " are")
                        + " already running.";
    }
}
