package org.fingerpost.redirect.ranges;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.fingerpost.audit.Audit;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.attempts.Transactions;
import org.fingerpost.redirect.delegations.Delegations;
import org.fingerpost.redirect.ouis.Ouis;
import org.fingerpost.redirect.ranges.changes.Approvals;
import org.fingerpost.redirect.ranges.changes.Handovers;
import org.fingerpost.redirect.ranges.changes.Releases;
import org.fingerpost.redirect.ranges.changes.Splits;
import org.fingerpost.redirect.ranges.registering.Gate;
import org.fingerpost.redirect.ranges.registering.Ranges;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.statements.Statements;
import org.fingerpost.testkit.TestPostgres;
import org.flywaydb.core.Flyway;

/**
 * The keepers of the ranges on a real database, without a service around them: each thread has its
 * own transaction. Providers 1 to 3 are there, each with the target server of its own number.
 */
final class RangeWorld implements DataSource, Transactions {
    static final int PROVIDERS = 3;

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final ThreadLocal<Connection> running = new ThreadLocal<>();
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    final Attempts attempts = new Attempts(this);
    final Statements statements = new Statements(this);
    final Ranges ranges;
    final Releases releases;
    final Splits splits;
    final Approvals approvals;
    final Handovers handovers;
    final Audit audit;
    final Delegations delegations;
    final Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    RangeWorld() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
        audit = new Audit(this, json, clock);
        RangeRows rows = new RangeRows(statements);
        Moves moves = new Moves(statements);
        RangeNews news =
                new RangeNews(
                        new Outbox(this, alwaysActive(), () -> {}, json),
                        audit,
                        (action, range) -> {});
        ranges =
                new Ranges(
                        rows,
                        moves,
                        news,
                        new Gate(
                                new Ouis(List.of("000b82"), statements, attempts, audit, clock),
                                (provider, first, last, proofs) -> true),
                        attempts,
                        clock);
        releases = new Releases(rows, moves, news, attempts, clock);
        splits = new Splits(rows, moves, news, attempts);
        approvals = new Approvals(rows, moves, news, attempts, clock);
        handovers = new Handovers(rows, moves, statements, news, attempts);
        delegations = new Delegations(statements, ranges, audit, attempts, clock);
        for (int id = 1; id <= PROVIDERS; id++) {
            provider(id);
        }
    }

    private void provider(long id) {
        begin(() -> {
            statements.run(
                    "INSERT INTO provider (id, company_name, address, contact_email, path_key,"
                            + " registered_at) VALUES (?, 'c', 'a', 'e', ?, now())",
                    id,
                    "k" + id);
            return statements.run(
                    "INSERT INTO target_server (id, provider_id, name, config_url, firmware_url)"
                            + " VALUES (?, ?, 's', 'http://a.example', 'http://a.example')",
                    id,
                    id);
        });
    }

    /** Address number {@code n} of the small world in which tests live. */
    static MacAddress mac(long n) {
        return new MacAddress(0x000b82000000L + n);
    }

    static MacRange range(long first, long last) {
        return new MacRange(mac(first), mac(last));
    }

    void clear() {
        begin(() -> {
            statements.run(
                    "SET CONSTRAINTS parent_is_as_its_children_know_it,"
                            + " child_rests_on_its_delegation, delegation_is_the_owners DEFERRED");
            statements.run("DELETE FROM delegation");
            return statements.run("DELETE FROM mac_range");
        });
    }

    <T> List<T> list(String sql, Statements.Reader<T> reader) {
        return begin(() -> statements.list(sql, reader));
    }

    @Override
    public boolean running() {
        return running.get() != null;
    }

    @Override
    public <T> T begin(Supplier<T> work) {
        try {
            Connection connection = connection();
            running.set(connection);
            try {
                T made = work.get();
                connection.commit();
                return made;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                running.remove();
                idle.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the transaction did not end well", e);
        }
    }

    private Connection connection() throws SQLException {
        Connection rested = idle.poll();
        if (rested != null) {
            return rested;
        }
        Connection made = database.connect();
        made.setAutoCommit(false);
        return made;
    }

    /** The running transaction's, which its borrowers cannot close. */
    @Override
    public Connection getConnection() {
        Connection real = running.get();
        return (Connection)
                Proxy.newProxyInstance(
                        RangeWorld.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, values) -> {
                            if (method.getName().equals("close")) {
                                return null;
                            }
                            try {
                                return method.invoke(real, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static TransactionSynchronizationRegistry alwaysActive() {
        return (TransactionSynchronizationRegistry)
                Proxy.newProxyInstance(
                        RangeWorld.class.getClassLoader(),
                        new Class<?>[] {TransactionSynchronizationRegistry.class},
                        (proxy, method, values) ->
                                method.getName().equals("getTransactionStatus")
                                        ? Status.STATUS_ACTIVE
                                        : null);
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
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
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
