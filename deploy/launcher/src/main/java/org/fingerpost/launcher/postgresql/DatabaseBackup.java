package org.fingerpost.launcher.postgresql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.fingerpost.launcher.backup.TreeCopy;
import org.fingerpost.launcher.machine.LaunchFailure;

/** All databases of our own PostgreSQL, and its passwords, in a folder. */
public final class DatabaseBackup {
    private static final String DATA = "data";

    private final Postgres postgres;

    public DatabaseBackup(Postgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Copies the databases as they are at one moment, while the services work.
     *
     * @param into a folder that is empty or not there
     * @return how many bytes were copied
     */
    public long take(Path into) {
        try (Connection session = postgres.databases().session()) {
            long bytes = new PhysicalCopy(postgres.data(), into.resolve(DATA)).take(session);
            return bytes + TreeCopy.copy(postgres.folder(), into, DatabaseBackup::isPassword);
        } catch (SQLException | IOException e) {
            throw new LaunchFailure("PostgreSQL could not be copied: " + e.getMessage(), e);
        }
    }

    /** What was taken is what the next start of PostgreSQL serves. */
    public void restore(Path from) {
        try {
            TreeCopy.copy(from, postgres.folder(), DatabaseBackup::isPassword);
            PhysicalCopy.restore(from.resolve(DATA), postgres.data());
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL could not be restored: " + e.getMessage(), e);
        }
    }

    private static boolean isPassword(Path relative) {
        return relative.getNameCount() == 1 && relative.toString().endsWith(Postgres.PASSWORD);
    }
}
