package org.fingerpost.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs statements on the connection of the running transaction. A value may be an {@code Optional},
 * which is SQL's null if it is empty, or an array of numbers, texts or bytes.
 */
@ApplicationScoped
public class Statements {
    private final DataSource dataSource;

    public Statements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes something of one row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (row.next()) {
                all.add(reader.read(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a statement", e);
        }
    }

    /**
     * @return how many rows it touched
     */
    public int run(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a statement", e);
        }
    }

    /**
     * Did the database refuse what a statement said (PostgreSQL's classes 22, a value, and 23, a
     * constraint)? Then another try ends the same.
     */
    public static boolean wereRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            set(connection, statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void set(
            Connection connection, PreparedStatement statement, int at, Object value)
            throws SQLException {
        switch (value) {
            case Optional<?> some when some.isEmpty() -> statement.setNull(at, Types.NULL);
            case Optional<?> some -> set(connection, statement, at, some.get());
            case Long[] many -> statement.setArray(at, connection.createArrayOf("bigint", many));
            case String[] many -> statement.setArray(at, connection.createArrayOf("text", many));
            case byte[][] many -> statement.setArray(at, connection.createArrayOf("bytea", many));
            default -> statement.setObject(at, value);
        }
    }
}
