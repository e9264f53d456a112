package org.fingerpost.launcher.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.RunFile;
import org.fingerpost.launcher.parts.Part;
import org.fingerpost.launcher.settings.PartName;

/** Stops parts against the order of their start: the services, then Kafka, then PostgreSQL. */
final class Stop {
    private final Home home;
    private final Progress progress;

    Stop(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Returns when none of them runs; answers how many did. */
    int all(Collection<Part> parts) {
        List<Part> running = parts.stream().filter(part -> entry(part).isPresent()).toList();
        together(running.stream().filter(part -> part.name().isService()).toList());
        together(running.stream().filter(part -> part.name() == PartName.KAFKA).toList());
        together(running.stream().filter(part -> part.name() == PartName.POSTGRESQL).toList());
        return running.size();
    }

    private void together(List<Part> parts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> threads.execute(() -> stop(part)));
        }
    }

    private void stop(Part part) {
        entry(part)
                .ifPresent(entry -> {
                    entry.process().stop(part.gentleSignal(), part.stopsWithin());
                    if (!entry.process().alive()) {
                        home.runFile(part.name().word()).delete();
                        progress.say(part.name().word() + " has stopped");
                    }
                });
    }

    private Optional<RunFile.Entry> entry(Part part) {
        return home.runFile(part.name().word()).read();
    }
}
