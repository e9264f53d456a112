package org.fingerpost.launcher.postgresql;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.parts.Account;
import org.fingerpost.launcher.parts.DatabasePart;
import org.fingerpost.launcher.parts.PortClaim;
import org.fingerpost.launcher.settings.OutsidePostgres;
import org.fingerpost.launcher.settings.PartName;

/** A PostgreSQL that somebody else runs: its user owns the services' databases. */
public record OutsideDatabase(OutsidePostgres server) implements DatabasePart {
    @Override
    public PartName name() {
        return PartName.POSTGRESQL;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(server.port());
    }

    @Override
    public List<PortClaim> claims() {
        return List.of();
    }

    @Override
    public Command prepare() {
        throw new UnsupportedOperationException("an outside PostgreSQL is not started");
    }

    @Override
    public boolean ready() {
        return Ports.answers(server.host(), server.port());
    }

    /** For one of ours that still runs from before. */
    @Override
    public String gentleSignal() {
        return "INT";
    }

    /** Makes the databases that are missing. */
    @Override
    public void afterStart() {
        Databases databases = new Databases(server::jdbcUrl, server.user(), server.password());
        PartName.services().forEach(service -> databases.provideOwn(database(service)));
    }

    @Override
    public Account account(PartName service) {
        String database = database(service);
        return new Account(database, server.user(), server.password(), server.jdbcUrl(database));
    }

    @Override
    public Path log() {
        return Path.of("-");
    }

    @Override
    public String address() {
        return server.host() + ":" + server.port();
    }

    private static String database(PartName service) {
        return "fingerpost_" + service.word();
    }
}
