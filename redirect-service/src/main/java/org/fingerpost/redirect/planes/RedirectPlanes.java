package org.fingerpost.redirect.planes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.RedirectState;
import org.fingerpost.redirect.routes.RouteBook;
import org.fingerpost.replica.Loading;
import org.fingerpost.replica.Replica;
import org.fingerpost.replica.ReplicaSettings;

/** Opens the replica of this service's own state; the ports open when it is loaded. */
@ApplicationScoped
class RedirectPlanes {
    @Produces
    @Singleton
    static RedirectState redirect(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            @ConfigProperty(name = "fingerpost.kafka.bootstrap-servers") String bootstrapServers,
            RouteBook routes) {
        Replica replica =
                Replica.open(ReplicaSettings.ofState("redirect", stateFolder, bootstrapServers));
        replica.follow(routes);
        return RedirectState.following(replica);
    }

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static SecureRandom random() {
        return new SecureRandom();
    }

    /** Quarkus opens the ports when every observer of this event has returned. */
    void waitUntilLoaded(@Observes StartupEvent event, RedirectState redirect) {
        Loading.await(redirect.replica());
    }

    void close(@Observes ShutdownEvent event, RedirectState redirect) {
        redirect.replica().close();
    }
}
