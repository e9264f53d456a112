package org.fingerpost.launcher.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.machine.Birth;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.machine.LogFile;
import org.fingerpost.launcher.parts.Account;
import org.fingerpost.launcher.parts.DatabasePart;
import org.fingerpost.launcher.parts.Environment;
import org.fingerpost.launcher.parts.FixedPort;
import org.fingerpost.launcher.parts.PortClaim;
import org.fingerpost.launcher.settings.PartName;
import org.fingerpost.launcher.trust.Keys;

/** Our own PostgreSQL: on loopback only, passwords for everybody (SCRAM), no socket file. */
public final class Postgres implements DatabasePart {
    private static final String SUPERUSER = "postgres";
    private static final String DATA = "data";
    static final String PASSWORD = ".password";

    private final Home home;
    private final FixedPort port;
    private final SecureRandom random;

    public Postgres(Home home, FixedPort port, SecureRandom random) {
        this.home = home;
        this.port = port;
        this.random = random;
    }

    @Override
    public PartName name() {
        return PartName.POSTGRESQL;
    }

    @Override
    public OptionalInt port() {
        return port.known();
    }

    @Override
    public List<PortClaim> claims() {
        return List.of(port.claim("PostgreSQL"));
    }

    @Override
    public Command prepare() {
        Path programs = PostgresBinaries.in(home);
        Path data = data();
        if (!Files.isDirectory(data)) {
            initialise(programs, data);
        }
        removeLockOfTheDead(data);
        List<String> line =
                List.of(
                        programs.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port.chosen()),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "log_line_prefix=%m ",
                        // A list of a million ranges writes some gigabytes of log. After each
                        // checkpoint every page is written whole once more: the fewer, the less.
                        "-c",
                        "max_wal_size=4GB",
                        "-c",
                        "checkpoint_timeout=15min",
                        // The indexes of a million ranges, which every insert asks.
                        "-c",
                        "shared_buffers=256MB");
        return new Command(Unrooted.line(line), Environment.minimal(), folder(), log());
    }

    @Override
    public boolean ready() {
        return port.known().isPresent() && databases().reachable();
    }

    @Override
    public void afterStart() {
        Databases databases = databases();
        PartName.services().forEach(service -> databases.provide(account(service)));
        databases.closeToStrangers();
    }

    /** The passwords that were made, for whoever must not show them. */
    public List<String> passwords() {
        return Stream.concat(
                        Stream.of(SUPERUSER),
                        PartName.services().stream().map(service -> account(service).role()))
                .map(this::secret)
                .toList();
    }

    @Override
    public Account account(PartName service) {
        String role = "fingerpost_" + service.word();
        return new Account(role, role, secret(role), url(role));
    }

    @Override
    public boolean passing(List<String> lastLines) {
        // After kill -9 the server's children end by themselves within seconds, and hold its memory
        // until then.
        return lastLines.stream()
                .anyMatch(line -> line.contains("pre-existing shared memory block"));
    }

    /** Fast shutdown: the sessions that are open are ended, not waited for. */
    @Override
    public String gentleSignal() {
        return "INT";
    }

    @Override
    public Path log() {
        return home.log(name().word());
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port.known().orElse(0);
    }

    private void initialise(Path programs, Path data) {
        Path fresh = folder().resolve("data.new");
        Path password = folder().resolve(".initial-password");
        if (Files.exists(fresh)) {
            Home.delete(fresh);
        }
        PrivateFile.write(password, secret(SUPERUSER));
        LogFile log = LogFile.forNewStart(home.log("initdb"));
        List<String> line =
                List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8");
        int exit =
                new Command(Unrooted.line(line), Environment.minimal(), folder(), log.path()).run();
        try {
            Files.delete(password);
            if (exit != 0) {
                throw new LaunchFailure(
                        "PostgreSQL's folder could not be made (initdb ended with "
                                + exit
                                + "):\n"
                                + String.join("\n", log.tail(10)));
            }
            Files.move(fresh, data);
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL's folder could not be made: " + e.getMessage(), e);
        }
    }

    /**
     * PostgreSQL takes any process with the old number for the old server, even an unburied rest.
     * We know better; that no old child still writes it finds out by the shared memory, which needs
     * no such file.
     */
    private static void removeLockOfTheDead(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            if (Files.exists(file)
                    && Birth.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                            .isEmpty()) {
                Files.delete(file);
            }
        } catch (IOException | NumberFormatException unreadable) {
            // Then PostgreSQL says itself what is wrong with it.
        }
    }

    Databases databases() {
        return new Databases(this::url, SUPERUSER, secret(SUPERUSER));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port.chosen() + "/" + database;
    }

    private String secret(String role) {
        return PrivateFile.readOrMake(
                folder().resolve(role + PASSWORD), () -> Keys.password(random));
    }

    Path data() {
        return folder().resolve(DATA);
    }

    Path folder() {
        return home.privateFolder("postgresql");
    }
}
