package org.fingerpost.launcher.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.launcher.backup.BackupFolder;
import org.fingerpost.launcher.backup.TreeCopy;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.postgresql.DatabaseBackup;
import org.fingerpost.launcher.postgresql.Postgres;
import org.fingerpost.launcher.settings.PartName;

/**
 * Takes a deployment along, and lays it down again in an empty folder.
 *
 * <p>The keys are kept apart: whoever has the databases and the keys has every secret.
 */
final class Backup {
    private static final long MEGABYTE = 1_000_000;

    private final Home home;
    private final Postgres postgres;
    private final Progress progress;

    /**
     * @throws LaunchFailure if the databases are somebody else's
     */
    Backup(Home home, Parts parts, Progress progress) {
        if (!(parts.database() instanceof Postgres ours)) {
            throw new LaunchFailure(
                    "PostgreSQL runs outside, at "
                            + parts.database().address()
                            + ": it has its own ways to be backed up and restored.");
        }
        this.home = home;
        this.postgres = ours;
        this.progress = progress;
    }

    void take(Path into, Optional<Path> keys) {
        if (!postgres.ready()) {
            throw new LaunchFailure(
                    "PostgreSQL does not run here, and a backup is made while it does:"
                            + " deploy/up --detach.");
        }
        keys.ifPresent(folder -> keepApart(into, folder));
        BackupFolder backup = BackupFolder.fresh(into);
        keys.ifPresent(folder -> copyKeys(home.path(), BackupFolder.fresh(folder).path()));
        progress.say("Copying the databases");
        long bytes = new DatabaseBackup(postgres).take(backup.databases());
        progress.say("  %d MB".formatted(bytes / MEGABYTE));
        // After the databases: a blob that came since is too much, one that is missing too little.
        progress.say("Copying firmware's blobs");
        progress.say("  %d MB".formatted(copy(blobs(), backup.blobs()) / MEGABYTE));
        backup.finish("Fingerpost, " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Into a folder where nothing is: what it would be mixed with, nobody could tell apart. */
    void restore(Path from, Path keys) {
        BackupFolder backup = BackupFolder.whole(from);
        keyFiles(keys).stream()
                .filter(key -> !Files.isRegularFile(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new LaunchFailure(
                            key + " is missing, without which nothing sealed can be read.");
                });
        if (!home.isUnused()) {
            throw new LaunchFailure(
                    home.path()
                            + " holds a deployment or some of one: restore into an empty"
                            + " FINGERPOST_HOME.");
        }
        home.beginRestore();
        copyKeys(keys, home.path());
        progress.say("Copying firmware's blobs");
        copy(backup.blobs(), blobs());
        progress.say("Copying the databases");
        new DatabaseBackup(postgres).restore(backup.databases());
        home.endRestore();
    }

    private static void keepApart(Path backup, Path keys) {
        Path one = backup.toAbsolutePath().normalize();
        Path other = keys.toAbsolutePath().normalize();
        if (one.startsWith(other) || other.startsWith(one)) {
            throw new LaunchFailure(
                    "The keys are kept apart from the backup: whoever has both has every secret.");
        }
    }

    private Path blobs() {
        return home.privateFolder(PartName.FIRMWARE.word()).resolve("blobs");
    }

    private static List<Path> keyFiles(Path folder) {
        Home there = new Home(folder);
        return List.of(there.operatorKey(), there.masterKey(), there.redirectKey());
    }

    /** And the authority that phones were told to trust. */
    private static void copyKeys(Path from, Path to) {
        try {
            for (Path key : keyFiles(from)) {
                TreeCopy.file(key, to.resolve(key.getFileName().toString()));
            }
            Home there = new Home(from);
            PrivateFile.writeReadable(
                    new Home(to).caCertificate(), PrivateFile.read(there.caCertificate()));
            TreeCopy.copy(from.resolve("pki"), to.resolve("pki"));
        } catch (IOException e) {
            throw new LaunchFailure("The keys could not be copied: " + e.getMessage(), e);
        }
    }

    private static long copy(Path from, Path to) {
        try {
            return Files.isDirectory(from) ? TreeCopy.copy(from, to) : 0;
        } catch (IOException e) {
            throw new LaunchFailure("Blobs could not be copied: " + e.getMessage(), e);
        }
    }
}
