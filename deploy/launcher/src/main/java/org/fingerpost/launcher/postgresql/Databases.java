package org.fingerpost.launcher.postgresql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.parts.Account;

/**
 * Roles and databases of a PostgreSQL, made when they are missing. Doing it twice changes nothing.
 */
final class Databases {
    private static final String FIRST = "postgres";

    private final UnaryOperator<String> url;
    private final String user;
    private final String password;

    /** {@code url} answers the JDBC address of a database by its name. */
    Databases(UnaryOperator<String> url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    boolean reachable() {
        try (Connection connection = connect(FIRST)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The role with its password, and the database that it owns and nobody else enters. */
    void provide(Account account) {
        try (Connection connection = connect(FIRST)) {
            String verb =
                    exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", account.role())
                            ? "ALTER"
                            : "CREATE";
            // The server's log would hold a statement that failed, and the password with it.
            run(connection, "SET log_min_error_statement = panic");
            // Names and passwords are ours (letters, digits, underscores): nothing to quote.
            run(
                    connection,
                    verb
                            + " ROLE "
                            + account.role()
                            + " LOGIN PASSWORD '"
                            + account.password()
                            + "'");
            if (createDatabase(connection, account.database(), account.role())) {
                run(connection, "REVOKE ALL ON DATABASE " + account.database() + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "The database of " + account.role() + " could not be made: " + e.getMessage(),
                    e);
        }
    }

    /** Takes from everybody the right to enter the databases that PostgreSQL brings along. */
    void closeToStrangers() {
        try (Connection connection = connect(FIRST)) {
            for (String database : List.of("postgres", "template1")) {
                run(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "PostgreSQL's own databases could not be closed: " + e.getMessage(), e);
        }
    }

    /** The database, owned by this user; made if it is missing and the user may. */
    void provideOwn(String database) {
        try (Connection _ = connect(database)) {
            return;
        } catch (SQLException e) {
            // 3D000: no such database. Anything else is not ours to mend.
            if (!"3D000".equals(e.getSQLState())) {
                throw new LaunchFailure(
                        "PostgreSQL does not let "
                                + user
                                + " into "
                                + database
                                + ": "
                                + e.getMessage(),
                        e);
            }
        }
        try (Connection connection = connect(FIRST)) {
            createDatabase(connection, database, user);
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "PostgreSQL has no database "
                            + database
                            + ", and "
                            + user
                            + " may not make it: "
                            + e.getMessage(),
                    e);
        }
    }

    private static boolean createDatabase(Connection connection, String database, String owner)
            throws SQLException {
        if (exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            return false;
        }
        run(
                connection,
                "CREATE DATABASE " + database + " OWNER \"" + owner.replace("\"", "\"\"") + "\"");
        return true;
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For work that takes as long as it takes. */
    Connection session() throws SQLException {
        return connect(FIRST, 0);
    }

    private Connection connect(String database) throws SQLException {
        return connect(database, 20);
    }

    private Connection connect(String database, int socketTimeoutSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", Integer.toString(socketTimeoutSeconds));
        return DriverManager.getConnection(url.apply(database), properties);
    }
}
