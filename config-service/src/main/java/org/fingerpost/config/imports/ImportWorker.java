package org.fingerpost.config.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.lists.ListWorker;

/** Works on what waits, as long as the service runs; several services share the work. */
@ApplicationScoped
class ImportWorker {
    private final ListWorker worker;
    private final boolean works;

    ImportWorker(
            Chunks chunks,
            ImportsConfig config,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.works = !planes.equalsIgnoreCase("data") && config.work();
        this.worker = new ListWorker("device-imports", chunks::next);
    }

    void start(@Observes StartupEvent event) {
        if (works) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    void nudge(@Observes DeviceImports.Asked asked) {
        worker.nudge();
    }
}
