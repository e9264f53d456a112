package org.fingerpost.firmware.planes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.RedirectState;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.FolderBlobs;
import org.fingerpost.firmware.blobs.UnfinishedUploads;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.firmware.shelf.Shelf;
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
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder, Brokers brokers) {
        return RedirectState.following(
                Replica.open(ReplicaSettings.ofState("redirect", stateFolder, brokers)));
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

    /** After the replica, whose lock keeps a second process out: opening tidies up. */
    @Produces
    @Singleton
    static FolderBlobs blobs(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            FirmwareState firmware,
            Clock clock) {
        return FolderBlobs.open(stateFolder, clock);
    }

    /** The store lies within reach itself. */
    @Produces
    @Singleton
    static Shelf shelf(FolderBlobs blobs) {
        return (digest, size) -> new Shelf.Reach.Here(blobs.path(digest));
    }

    @Produces
    @Singleton
    static UnfinishedUploads uploads(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            FirmwareState firmware) {
        return UnfinishedUploads.open(stateFolder);
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
            BlobStore blobs) {
        Loading.await(redirect.replica(), firmware.replica());
    }

    void close(@Observes ShutdownEvent event, RedirectState redirect, FirmwareState firmware) {
        redirect.replica().close();
        firmware.replica().close();
    }
}
