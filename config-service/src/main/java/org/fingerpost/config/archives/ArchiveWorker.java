package org.fingerpost.config.archives;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.lists.ListWorker;

/** Takes archives over, as long as the service runs; several services share the work. */
@ApplicationScoped
class ArchiveWorker {
    private final ListWorker worker;
    private final boolean works;

    ArchiveWorker(
            ArchiveTurns turns,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.works = !planes.equalsIgnoreCase("data");
        this.worker = new ListWorker("archive-imports", turns::next);
    }

    void start(@Observes StartupEvent event) {
        if (works) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    void nudge(@Observes ArchiveImports.Asked asked) {
        worker.nudge();
    }
}
