package org.fingerpost.launcher.postgresql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from the jar they come in. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin}, {@code lib} and {@code share}; unpacked if this version is
     * not there yet.
     */
    static Path in(Home home) {
        URL archive = archive();
        Path folder = home.privateFolder("programs").resolve(version(archive));
        if (!Files.isDirectory(folder)) {
            unpack(archive, folder);
        }
        return folder;
    }

    private static URL archive() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "postgres-" + system + "-" + machine + ".txz";
        return Optional.ofNullable(PostgresBinaries.class.getClassLoader().getResource(name))
                .orElseThrow(() ->
                        new LaunchFailure(
                                "There is no PostgreSQL for "
                                        + system
                                        + " on "
                                        + machine
                                        + " among our jars: name one that runs elsewhere with"
                                        + " FINGERPOST_POSTGRES_URL."));
    }

    /** The jar's name without its ending: it changes with every version. */
    private static String version(URL archive) {
        try {
            URL jar = ((JarURLConnection) archive.openConnection()).getJarFileURL();
            return Path.of(URI.create(jar.toString()))
                    .getFileName()
                    .toString()
                    .replaceFirst("\\.jar$", "");
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL's programs cannot be read: " + e.getMessage(), e);
        }
    }

    private static void unpack(URL archive, Path folder) {
        try {
            // Renamed when complete: a half-unpacked folder is never taken for a whole one.
            Path fresh = Files.createTempDirectory(folder.getParent(), ".postgresql-");
            try (InputStream packed = new BufferedInputStream(archive.openStream());
                    TarArchiveInputStream entries =
                            new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry = entries.getNextEntry();
                        entry != null;
                        entry = entries.getNextEntry()) {
                    write(entry, entries, fresh);
                }
            }
            Files.move(fresh, folder);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "PostgreSQL's programs cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0b001_000_000) != 0) {
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
