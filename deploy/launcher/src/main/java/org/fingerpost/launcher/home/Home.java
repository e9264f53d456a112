package org.fingerpost.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * The folder that holds a deployment: {@code deploy/.state} or {@code $FINGERPOST_HOME}.
 *
 * <p>A marker file says that it is ours; a folder with other people's files in it is neither used
 * nor ever emptied.
 */
public record Home(Path path) {
    static final String MARKER = ".fingerpost-home";
    private static final String RESTORING = ".restoring";

    public Home {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the folder, or takes the one that is there if it is empty or ours. */
    public static Home open(Path path) {
        Home home = new Home(path);
        try {
            Files.createDirectories(home.path);
            // Empty is asked first: another launcher may make the folder ours at this moment, and
            // it begins with the marker.
            if (home.isEmpty()) {
                Files.writeString(
                        home.path.resolve(MARKER),
                        "Made by deploy/up; deploy/down --purge empties it.\n");
            } else if (!home.isOurs()) {
                throw new LaunchFailure(home.foreign("is not used"));
            }
            home.privateFolder("logs");
            home.privateFolder("run");
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write to " + home.path + ": " + e.getMessage(), e);
        }
        return home;
    }

    public boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    public Path operatorKey() {
        return path.resolve("operator.key");
    }

    public Path masterKey() {
        return path.resolve("master.key");
    }

    public Path redirectKey() {
        return path.resolve("redirect.key");
    }

    public Path caCertificate() {
        return path.resolve("ca.pem");
    }

    public Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    public RunFile runFile(String name) {
        return new RunFile(path.resolve("run").resolve(name));
    }

    public Ledger ledger() {
        return new Ledger(path.resolve("ports.properties"));
    }

    public HomeLock lock() {
        return new HomeLock(path.resolve("lock"));
    }

    /** Whether nothing was ever started, or restored, here. */
    public boolean isUnused() {
        Set<String> made = Set.of(MARKER, "logs", "run", "lock");
        return entries().stream().allMatch(entry -> made.contains(entry.getFileName().toString()));
    }

    /** From here until {@link #endRestore} it is not all there. */
    public void beginRestore() {
        PrivateFile.write(path.resolve(RESTORING), "deploy/restore is at work, or was cut off.\n");
    }

    public void endRestore() {
        delete(path.resolve(RESTORING));
    }

    /** A start would fill up what is missing with empty databases and new keys. */
    public void refuseHalfRestored() {
        if (Files.exists(path.resolve(RESTORING))) {
            throw new LaunchFailure(
                    path
                            + " holds half of a backup: empty it with deploy/down --purge, and"
                            + " restore it again.");
        }
    }

    /** A folder that only its owner may enter; made when it is not there. */
    public Path privateFolder(String name) {
        try {
            Path folder = path.resolve(name);
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Cannot make the folder " + path.resolve(name) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Deletes everything in the folder. The marker goes last: a purge that was interrupted can be
     * repeated.
     */
    public void purge() {
        if (!Files.exists(path) || isEmpty()) {
            return;
        }
        if (!isOurs()) {
            throw new LaunchFailure(foreign("is not purged"));
        }
        entries().stream().filter(entry -> !entry.endsWith(MARKER)).forEach(Home::delete);
        delete(path.resolve(MARKER));
    }

    private boolean isEmpty() {
        return entries().isEmpty();
    }

    private List<Path> entries() {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String foreign(String consequence) {
        return path
                + " holds files that deploy/up did not make, so it "
                + consequence
                + ": point FINGERPOST_HOME at an empty or new folder.";
    }

    /** Deletes a folder or file with all below it; where a link points to stays. */
    public static void delete(Path tree) {
        try (Stream<Path> below = Files.walk(tree)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot delete " + tree + ": " + e.getMessage(), e);
        }
    }
}
