package org.fingerpost.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fingerpost.launcher.deployment.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies what was decided into a folder, while everything runs. */
@Command(name = "deploy/backup")
final class BackupCommand implements Callable<Integer> {
    private final Deployment deployment;
    private final Console console;

    @Option(names = "--keys", paramLabel = "FOLDER")
    private Optional<Path> keys = Optional.empty();

    @Parameters(paramLabel = "FOLDER")
    private Path folder;

    BackupCommand(Deployment deployment, Console console) {
        this.deployment = deployment;
        this.console = console;
    }

    @Override
    public Integer call() {
        deployment.backUp(folder, keys);
        console.print("The backup is in " + folder + ".");
        console.print(
                keys.map(kept -> "The keys are in " + kept + ": keep them elsewhere.")
                        .orElse(
                                "The keys are not in it, and without them it is worth nothing:"
                                        + " --keys FOLDER copies them."));
        return 0;
    }
}
