package org.fingerpost.firmware.planes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.RedirectState;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.firmware.ranges.ProviderRanges;
import org.fingerpost.firmware.shelf.Shelf;
import org.fingerpost.firmware.shelf.Stocker;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Loading;
import org.fingerpost.replica.Replica;
import org.fingerpost.replica.ReplicaSettings;

/**
 * Opens the replicas of this service's own state and of redirect's, where the providers are; the
 * ports open when both are loaded.
 */
@ApplicationScoped
class FirmwarePlanes {
    @Produces
    @Singleton
    static RedirectState redirect(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes,
            Brokers brokers,
            ProviderRanges ranges) {
        RedirectState redirect =
                RedirectState.following(
                        Replica.open(ReplicaSettings.ofState("redirect", stateFolder, brokers)));
        // A door asks for none of a million ranges.
        if (!planes.equalsIgnoreCase("data")) {
            redirect.replica().follow(ranges);
        }
        return redirect;
    }

    @Produces
    @Singleton
    static FirmwareState firmware(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            Brokers brokers,
            Catalog catalog) {
        Replica replica = Replica.open(ReplicaSettings.ofState("firmware", stateFolder, brokers));
        replica.follow(catalog);
        return new FirmwareState(replica);
    }

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Quarkus opens the ports when every observer of this event has returned. */
    void waitUntilLoaded(
            @Observes StartupEvent event,
            RedirectState redirect,
            FirmwareState firmware,
            BlobStore blobs,
            Shelf shelf) {
        Loading.await(redirect.replica(), firmware.replica());
        if (shelf instanceof Stocker stocker) {
            firmware.replica().follow(new Restocking(stocker));
        }
    }

    /** The catalog follows before: what it says now is what is to be fetched. */
    private record Restocking(Stocker stocker) implements Follower {
        @Override
        public void reloaded(Replica table) {
            stocker.look();
        }

        @Override
        public void changed(List<Change> changes) {
            stocker.look();
        }
    }

    void close(@Observes ShutdownEvent event, RedirectState redirect, FirmwareState firmware) {
        redirect.replica().close();
        firmware.replica().close();
    }
}
