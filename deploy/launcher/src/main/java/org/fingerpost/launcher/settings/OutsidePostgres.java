package org.fingerpost.launcher.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.launcher.machine.LaunchFailure;

/** A PostgreSQL that somebody else runs; one user owns the three databases there. */
public record OutsidePostgres(String host, int port, String query, String user, String password) {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:jdbc:postgresql://)?(\\[[^]]+]|[^/?:,\\[]+)(?::(\\d{1,5}))?/?(\\?.*)?");

    private static final int USUAL_PORT = 5432;

    /**
     * Reads {@code host}, {@code host:port} or a JDBC address without a database: {@code
     * jdbc:postgresql://host:port/?ssl=true}.
     */
    static OutsidePostgres parse(String address, String user, String password) {
        Matcher matcher = ADDRESS.matcher(address.strip());
        if (!matcher.matches()) {
            throw new LaunchFailure(
                    "FINGERPOST_POSTGRES_URL must be host:port or jdbc:postgresql://host:port"
                            + " without a database: each service has its own.");
        }
        int port = matcher.group(2) == null ? USUAL_PORT : Integer.parseInt(matcher.group(2));
        String query = matcher.group(3) == null ? "" : matcher.group(3);
        return new OutsidePostgres(matcher.group(1), port, query, user, password);
    }

    /** One that is only asked whether it is there. */
    public static OutsidePostgres at(String address) {
        return parse(address, "", "");
    }

    public String address() {
        return host + ":" + port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + query;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
