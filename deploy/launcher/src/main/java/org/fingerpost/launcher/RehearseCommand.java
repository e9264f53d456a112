package org.fingerpost.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fingerpost.launcher.rehearsal.Rehearsal;
import picocli.CommandLine.Command;

/** Lets the services' JVMs learn a first day, for the next starts. */
@Command(name = "deploy/rehearse")
final class RehearseCommand implements Callable<Integer> {
    private static final int MEGABYTE = 1_000_000;

    private final Rehearsal rehearsal;
    private final Console console;

    RehearseCommand(Rehearsal rehearsal, Console console) {
        this.rehearsal = rehearsal;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AtomicBoolean over = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    if (!over.get()) {
                                        rehearsal.abandon();
                                    }
                                },
                                "abandon"));
        List<Path> kept;
        try {
            kept = rehearsal.play();
        } finally {
            over.set(true);
        }
        for (Path file : kept) {
            console.print("%s, %d MB".formatted(file, Files.size(file) / MEGABYTE));
        }
        console.print("The next start of each service takes it.");
        return 0;
    }
}
