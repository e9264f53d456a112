package org.fingerpost.config.planes;

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
import org.fingerpost.config.assembly.books.ConfigBook;
import org.fingerpost.config.assembly.books.RevisionBook;
import org.fingerpost.config.assembly.books.SheetBook;
import org.fingerpost.config.claims.Claims;
import org.fingerpost.config.offers.OfferBook;
import org.fingerpost.config.offers.RolloutBook;
import org.fingerpost.config.secrets.MasterKey;
import org.fingerpost.config.turns.TurnBook;
import org.fingerpost.replica.Loading;
import org.fingerpost.replica.Replica;
import org.fingerpost.replica.ReplicaSettings;
import org.jboss.logging.Logger;

/**
 * Opens the replicas of redirect's state, of this service's own, and of firmware's; the ports open
 * when the first two are loaded.
 */
@ApplicationScoped
class ConfigPlanes {
    private static final Logger LOG = Logger.getLogger(ConfigPlanes.class);

    @Produces
    @Singleton
    static MasterKey masterKey(
            @ConfigProperty(name = "fingerpost.master-key-file") Optional<Path> file) {
        return MasterKey.read(
                file.orElseThrow(() ->
                        new IllegalStateException(
                                "fingerpost.master-key-file is not set: secrets cannot be"
                                        + " kept without a master key")));
    }

    @Produces
    @Singleton
    static RedirectState redirect(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            Brokers brokers,
            Claims claims) {
        Replica replica = Replica.open(ReplicaSettings.ofState("redirect", stateFolder, brokers));
        replica.follow(claims);
        return RedirectState.following(replica);
    }

    @Produces
    @Singleton
    static ConfigState config(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            Brokers brokers,
            ConfigBook book,
            SheetBook sheets,
            RevisionBook revisions,
            TurnBook turns) {
        Replica replica = Replica.open(ReplicaSettings.ofState("config", stateFolder, brokers));
        replica.follow(book);
        replica.follow(turns);
        replica.follow(sheets); // opens with the keys that the book has by then
        replica.follow(revisions); // with the groups that the sheets have by then
        return new ConfigState(replica);
    }

    @Produces
    @Singleton
    static FirmwareState firmware(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            Brokers brokers,
            OfferBook offers,
            RolloutBook rollouts) {
        Replica replica = Replica.open(ReplicaSettings.ofState("firmware", stateFolder, brokers));
        replica.follow(offers);
        replica.follow(rollouts);
        return new FirmwareState(replica, stateFolder.resolve("firmware.absent"));
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
     * Quarkus opens the ports when every observer of this event has returned. The master key is
     * asked for here so that a wrong one stops the start. The firmware's state is waited for too:
     * without its offers, a sheet below them would lead phones to other firmware.
     */
    void waitUntilLoaded(
            @Observes StartupEvent event,
            MasterKey master,
            RedirectState redirect,
            ConfigState config,
            FirmwareState firmware) {
        Loading.await(redirect.replica(), config.replica());
        if (!firmware.await(firmware.patience())) {
            LOG.warn("The firmware's state is not here: phones are told nothing of offers yet");
        }
    }

    void close(
            @Observes ShutdownEvent event,
            RedirectState redirect,
            ConfigState config,
            FirmwareState firmware) {
        firmware.replica().close();
        redirect.replica().close();
        config.replica().close();
    }
}
