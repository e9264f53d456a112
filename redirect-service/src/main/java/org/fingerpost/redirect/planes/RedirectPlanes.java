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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.RedirectState;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.redirect.routes.RouteBook;
import org.fingerpost.redirect.secrets.KeyFile;
import org.fingerpost.redirect.secrets.RedirectKey;
import org.fingerpost.redirect.secrets.Vault;
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
            Brokers brokers,
            RouteBook routes) {
        Replica replica = Replica.open(ReplicaSettings.ofState("redirect", stateFolder, brokers));
        replica.follow(routes);
        return RedirectState.following(replica);
    }

    /** Without a key file no target server can have secrets; everything else works. */
    @Produces
    @Singleton
    static Vault vault(
            @ConfigProperty(name = KeyFile.SETTING) Optional<Path> file, SecureRandom random) {
        return new Vault(file.map(RedirectKey::read), random);
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

    /**
     * Quarkus opens the ports when every observer of this event has returned. The vault is asked
     * for here so that a wrong key file stops the start.
     */
    void waitUntilLoaded(@Observes StartupEvent event, RedirectState redirect, Vault vault) {
        Loading.await(redirect.replica());
    }

    void close(@Observes ShutdownEvent event, RedirectState redirect) {
        redirect.replica().close();
    }
}
