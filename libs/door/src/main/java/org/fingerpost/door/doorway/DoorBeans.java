package org.fingerpost.door.doorway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.door.sightings.Sightings;
import org.fingerpost.door.sightings.SightingsTopic;

/** Ties the sightings to the service's settings and life. */
@ApplicationScoped
class DoorBeans {
    private static final Set<String> SERVICES = Set.of("redirect", "config", "firmware");

    @Produces
    @Singleton
    Sightings sightings(
            DoorConfig config,
            @ConfigProperty(name = "fingerpost.service") String service,
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            Brokers brokers)
            throws IOException {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException(
                    "fingerpost.service is '" + service + "': say redirect, config or firmware");
        }
        return Sightings.open(
                stateFolder.resolve("spool"),
                config.spoolMaxSize().asLongValue(),
                SightingsTopic.at(brokers, service, config.sightingsRetention()),
                Clock.systemUTC());
    }

    void close(@Disposes Sightings sightings) throws IOException {
        sightings.close();
    }
}
