package org.fingerpost.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.fingerpost.testkit.TestPostgres;

/**
 * A caller with transactions of its own on a fresh database: what a service's keeper is to the
 * outbox.
 */
final class Ledger implements DataSource {
    private final TestPostgres.Database database = TestPostgres.freshDatabase();

    Ledger() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                InputStream migration =
                        Outbox.class.getResourceAsStream(
                                "/db/migration/V0_1__outbox_keeps_events_in_the_callers_transaction.sql")) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            // As each service's own migrations do: see ADR 0045.
            statement.execute("ALTER TABLE outbox ADD COLUMN traceparent text");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Transaction begin(Runnable nudge) throws SQLException {
        return new Transaction(database.connect(), nudge);
    }

    long waiting() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return database.connect();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return database.connect();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    /** One transaction of the caller; everything appended through {@link #outbox} belongs to it. */
    static final class Transaction {
        private final Connection connection;
        private final List<Synchronization> afterwards = new ArrayList<>();
        final Outbox outbox;

        Transaction(Connection connection, Runnable nudge) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            this.outbox = new Outbox(joined(), registry(), nudge, new ObjectMapper());
        }

        void commit() throws SQLException {
            connection.commit();
            connection.close();
            afterwards.forEach(each -> each.afterCompletion(Status.STATUS_COMMITTED));
        }

        void rollback() throws SQLException {
            connection.rollback();
            connection.close();
            afterwards.forEach(each -> each.afterCompletion(Status.STATUS_ROLLEDBACK));
        }

        /**
         * Hands out this transaction's connection, as a JTA data source does; closing it there ends
         * nothing.
         */
        private DataSource joined() {
            Connection open =
                    (Connection)
                            Proxy.newProxyInstance(
                                    Ledger.class.getClassLoader(),
                                    new Class<?>[] {Connection.class},
                                    (proxy, method, arguments) ->
                                            method.getName().equals("close")
                                                    ? null
                                                    : method.invoke(connection, arguments));
            return (DataSource)
                    Proxy.newProxyInstance(
                            Ledger.class.getClassLoader(),
                            new Class<?>[] {DataSource.class},
                            (proxy, method, arguments) -> open);
        }

        private TransactionSynchronizationRegistry registry() {
            return (TransactionSynchronizationRegistry)
                    Proxy.newProxyInstance(
                            Ledger.class.getClassLoader(),
                            new Class<?>[] {TransactionSynchronizationRegistry.class},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("getTransactionStatus")) {
                                    return Status.STATUS_ACTIVE;
                                }
                                afterwards.add((Synchronization) arguments[0]);
                                return null;
                            });
        }
    }
}
