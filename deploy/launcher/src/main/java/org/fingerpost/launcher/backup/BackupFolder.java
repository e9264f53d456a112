package org.fingerpost.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * A backup: PostgreSQL's files and firmware's blobs, never the keys. Its last file says that it is
 * whole; one without it is none.
 */
public record BackupFolder(Path path) {
    private static final String WHOLE = "backup-is-whole";

    public BackupFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** A new folder, or one that is there and empty. */
    public static BackupFolder fresh(Path path) {
        BackupFolder backup = new BackupFolder(path);
        try {
            Files.createDirectories(
                    backup.path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            try (Stream<Path> entries = Files.list(backup.path)) {
                if (entries.findAny().isPresent()) {
                    throw new LaunchFailure(
                            backup.path + " is not empty: each backup has a folder of its own.");
                }
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write to " + backup.path + ": " + e.getMessage(), e);
        }
        return backup;
    }

    /** One that was finished. */
    public static BackupFolder whole(Path path) {
        BackupFolder backup = new BackupFolder(path);
        if (!Files.isRegularFile(backup.path.resolve(WHOLE))) {
            throw new LaunchFailure(
                    backup.path + " holds no backup, or one that was not finished.");
        }
        return backup;
    }

    public Path databases() {
        return path.resolve("postgresql");
    }

    public Path blobs() {
        return path.resolve("blobs");
    }

    /**
     * Nothing is written after that.
     *
     * @param sentence what it is and when it was made, for whoever finds it
     */
    public void finish(String sentence) {
        PrivateFile.write(path.resolve(WHOLE), sentence + "\n");
    }
}
