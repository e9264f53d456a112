package org.fingerpost.brokers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The brokers of this process. */
@ApplicationScoped
class BrokersBeans {
    @Produces
    @Singleton
    static Brokers brokers(
            @ConfigProperty(name = "fingerpost.kafka.bootstrap-servers") String addresses,
            @ConfigProperty(name = "fingerpost.kafka.client-file") Optional<Path> credentials) {
        return credentials
                .map(file -> Brokers.at(addresses, file))
                .orElseGet(() -> Brokers.at(addresses));
    }
}
