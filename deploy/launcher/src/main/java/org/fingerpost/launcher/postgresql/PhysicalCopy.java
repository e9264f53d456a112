package org.fingerpost.launcher.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import org.fingerpost.launcher.backup.TreeCopy;
import org.fingerpost.launcher.home.PrivateFile;

/**
 * The files of a PostgreSQL at work, with the log that makes one moment of them: its manual's "Low
 * Level API" of base backups (26.3.4 in version 18). A server that is started on the copy recovers
 * by itself.
 */
final class PhysicalCopy {
    private static final String LOG = "pg_wal";
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    /** Of these the manual says that their contents can or must be left out. */
    private static final Set<String> EMPTY =
            Set.of(
                    LOG,
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_replslot",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> OF_THE_SERVER_AT_WORK =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    private final Path data;
    private final Path copy;

    PhysicalCopy(Path data, Path copy) {
        this.data = data;
        this.copy = copy;
    }

    /**
     * @param session a superuser's, without a limit of time
     * @return how many bytes were copied
     */
    long take(Connection session) throws SQLException, IOException {
        try (Statement statement = session.createStatement()) {
            // Temporary: whatever ends this session, the log is kept no longer.
            statement.execute(
                    "SELECT pg_create_physical_replication_slot('fingerpost_backup', true, true)");
            String first =
                    one(statement, "SELECT pg_walfile_name(pg_backup_start('fingerpost', true))");
            long bytes = TreeCopy.copy(data, copy, PhysicalCopy::isCopied);
            String last = stop(statement);
            return bytes + copyLog(first, last);
        }
    }

    private static boolean isCopied(Path relative) {
        String name = relative.getFileName().toString();
        boolean within = relative.getNameCount() > 1 && EMPTY.contains(relative.getName(0) + "");
        return !within && !OF_THE_SERVER_AT_WORK.contains(name) && !name.startsWith("pgsql_tmp");
    }

    /** The name of the last segment that the copy needs. */
    private String stop(Statement statement) throws SQLException {
        try (ResultSet stopped =
                statement.executeQuery(
                        "SELECT pg_walfile_name(lsn), labelfile, spcmapfile"
                                + " FROM pg_backup_stop()")) {
            stopped.next();
            PrivateFile.write(copy.resolve("backup_label"), stopped.getString(2));
            String otherPlaces = stopped.getString(3);
            if (otherPlaces != null && !otherPlaces.isEmpty()) {
                PrivateFile.write(copy.resolve("tablespace_map"), otherPlaces);
            }
            return stopped.getString(1);
        }
    }

    private long copyLog(String first, String last) throws IOException {
        return TreeCopy.copy(
                data.resolve(LOG),
                copy.resolve(LOG),
                relative -> {
                    String name = relative.toString();
                    return SEGMENT.matcher(name).matches()
                            && name.compareTo(first) >= 0
                            && name.compareTo(last) <= 0;
                });
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Lays a copy down where a server shall start on it; the last step makes it one. */
    static void restore(Path copy, Path data) throws IOException {
        Path fresh = data.resolveSibling("data.restored");
        TreeCopy.copy(copy, fresh);
        Files.move(fresh, data);
    }
}
