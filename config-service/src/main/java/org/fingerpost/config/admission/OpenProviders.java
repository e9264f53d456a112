package org.fingerpost.config.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.fingerpost.config.assembly.books.ConfigBook;

/**
 * Whoever runs this installation sees how many providers have chosen {@code open}, at every door.
 */
@ApplicationScoped
class OpenProviders {

    void measure(@Observes StartupEvent event, MeterRegistry metrics, ConfigBook book) {
        Gauge.builder("fingerpost.admission.open.providers", book, ConfigBook::openProviders)
                .description("Providers whose files with secrets go to whoever asks")
                .register(metrics);
    }
}
