package org.fingerpost.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fingerpost.launcher.deployment.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays a backup down where nothing is yet. */
@Command(name = "deploy/restore")
final class RestoreCommand implements Callable<Integer> {
    private final Deployment deployment;
    private final Console console;

    @Option(names = "--keys", paramLabel = "FOLDER", required = true)
    private Path keys;

    @Parameters(paramLabel = "FOLDER")
    private Path folder;

    RestoreCommand(Deployment deployment, Console console) {
        this.deployment = deployment;
        this.console = console;
    }

    @Override
    public Integer call() {
        deployment.restore(folder, keys);
        console.print("It is restored; deploy/up starts it.");
        return 0;
    }
}
