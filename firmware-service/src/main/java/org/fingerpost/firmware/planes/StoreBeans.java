package org.fingerpost.firmware.planes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.FolderBlobs;
import org.fingerpost.firmware.blobs.UnfinishedUploads;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.firmware.s3.S3Access;
import org.fingerpost.firmware.s3.S3Settings;
import org.fingerpost.firmware.shelf.BlobSource;
import org.fingerpost.firmware.shelf.Shelf;
import org.fingerpost.firmware.shelf.ShelfSettings;
import org.fingerpost.firmware.shelf.Stocker;
import org.fingerpost.firmware.supply.ControlPlane;
import org.fingerpost.firmware.supply.DoorsSettings;

/** Where the blobs are, for this process: its store, and what its door has within reach. */
@ApplicationScoped
class StoreBeans {
    enum Driver {
        FOLDER,
        S3
    }

    enum Planes {
        BOTH,
        DATA
    }

    /** After the replica, whose lock keeps a second process out: opening tidies up. */
    @Produces
    @Singleton
    static BlobStore blobs(
            @ConfigProperty(name = "fingerpost.firmware.blobs.driver", defaultValue = "folder")
                    Driver driver,
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") Planes planes,
            S3Settings s3,
            FirmwareState firmware,
            Clock clock) {
        return switch (driver) {
            case FOLDER -> FolderBlobs.open(stateFolder, clock);
            case S3 -> S3Access.open(s3, stateFolder, clock, planes == Planes.BOTH);
        };
    }

    @Produces
    @Singleton
    static UnfinishedUploads uploads(
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            FirmwareState firmware) {
        return UnfinishedUploads.open(stateFolder);
    }

    /** What lies in a folder of this machine lies within reach; all else is fetched. */
    @Produces
    @Singleton
    static Shelf shelf(
            BlobStore blobs,
            DoorsSettings doors,
            ShelfSettings settings,
            @ConfigProperty(name = "fingerpost.state-dir") Path stateFolder,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") Planes planes,
            Catalog catalog,
            Clock clock) {
        Optional<BlobSource> control =
                planes == Planes.DATA
                        ? ControlPlane.of(doors).map(BlobSource.class::cast)
                        : Optional.empty();
        if (control.isEmpty() && blobs instanceof FolderBlobs folder) {
            return (digest, size) -> new Shelf.Reach.Here(folder.path(digest));
        }
        BlobSource source = control.orElse((digest, size) -> blobs.open(digest));
        return Stocker.start(stateFolder, settings, source, catalog::blobs, clock);
    }

    static void stop(@Disposes Shelf shelf) {
        if (shelf instanceof Stocker stocker) {
            stocker.close();
        }
    }
}
