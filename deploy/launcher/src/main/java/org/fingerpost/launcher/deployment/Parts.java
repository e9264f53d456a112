package org.fingerpost.launcher.deployment;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.kafka.Kafka;
import org.fingerpost.launcher.kafka.OutsideBroker;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.parts.DatabasePart;
import org.fingerpost.launcher.parts.FixedPort;
import org.fingerpost.launcher.parts.Part;
import org.fingerpost.launcher.parts.StreamPart;
import org.fingerpost.launcher.postgresql.OutsideDatabase;
import org.fingerpost.launcher.postgresql.Postgres;
import org.fingerpost.launcher.services.Backing;
import org.fingerpost.launcher.services.Gateway;
import org.fingerpost.launcher.services.Service;
import org.fingerpost.launcher.settings.OutsideKafka;
import org.fingerpost.launcher.settings.OutsidePostgres;
import org.fingerpost.launcher.settings.PartName;
import org.fingerpost.launcher.settings.Settings;
import org.fingerpost.launcher.trust.Authority;
import org.fingerpost.launcher.trust.Keys;
import org.fingerpost.launcher.trust.ServerCertificate;

/** The parts of one deployment. */
record Parts(
        DatabasePart database,
        StreamPart stream,
        List<Service> services,
        Optional<Gateway> gateway,
        Secrets secrets) {
    private static final String OUTSIDE_POSTGRES = "postgresql.outside";
    private static final String OUTSIDE_KAFKA = "kafka.outside";
    private static final String CONTROLLER = "kafka.controller";

    /** The parts as they are known, with nothing made or chosen yet. */
    static Parts known(Home home, Settings settings, Programs programs) {
        SecureRandom random = new SecureRandom();
        Optional<OutsidePostgres> outsidePostgres =
                settings.outsidePostgres()
                        .or(() -> home.ledger().get(OUTSIDE_POSTGRES).map(OutsidePostgres::at));
        Optional<OutsideKafka> outsideKafka =
                settings.outsideKafka()
                        .or(() -> home.ledger().get(OUTSIDE_KAFKA).map(OutsideKafka::parse));
        FixedPort postgresPort = port(home, settings, PartName.POSTGRESQL);
        FixedPort kafkaPort = port(home, settings, PartName.KAFKA);
        FixedPort controllerPort =
                new FixedPort(
                        CONTROLLER,
                        "FINGERPOST_KAFKA_CONTROLLER_PORT",
                        settings.kafkaControllerPort(),
                        home.runFile("kafka-controller"),
                        home.ledger(),
                        () -> promised(home, settings));
        DatabasePart database =
                outsidePostgres
                        .<DatabasePart>map(OutsideDatabase::new)
                        .orElseGet(() -> new Postgres(home, postgresPort, random));
        StreamPart stream =
                outsideKafka
                        .<StreamPart>map(OutsideBroker::new)
                        .orElseGet(() ->
                                new Kafka(
                                        home,
                                        kafkaPort,
                                        controllerPort,
                                        programs.kafkaJars(),
                                        random));
        Backing backing = new Backing(database, stream, Keys.in(home), ServerCertificate.in(home));
        List<Service> services =
                PartName.services().stream()
                        .map(name ->
                                new Service(
                                        name,
                                        home,
                                        settings,
                                        programs.services().get(name),
                                        backing))
                        .toList();
        Optional<Gateway> gateway =
                Optional.ofNullable(programs.services().get(PartName.GATEWAY))
                        .map(program -> new Gateway(home, settings, program));
        return new Parts(database, stream, services, gateway, new Secrets(List.of()));
    }

    /** The same before a start: keys and certificate are made when they are missing. */
    static Parts prepared(Home home, Settings settings, Programs programs) {
        remember(
                home,
                OUTSIDE_POSTGRES,
                "FINGERPOST_POSTGRES_URL",
                settings.outsidePostgres().map(OutsidePostgres::address));
        remember(
                home,
                OUTSIDE_KAFKA,
                "FINGERPOST_KAFKA_BOOTSTRAP",
                settings.outsideKafka().map(OutsideKafka::bootstrapServers));
        SecureRandom random = new SecureRandom();
        Keys keys = Keys.make(home, random);
        Set<String> hosts = Authority.machineNames();
        hosts.addAll(settings.publicHosts());
        new Authority(home, Clock.systemUTC(), random).serverCertificate(hosts);
        Parts known = known(home, settings, programs);
        List<String> texts = new ArrayList<>();
        texts.add(PrivateFile.read(keys.operatorKey()));
        texts.add(PrivateFile.read(keys.masterKey()));
        texts.add(PrivateFile.read(keys.redirectKey()));
        settings.outsidePostgres().map(OutsidePostgres::password).ifPresent(texts::add);
        if (known.database instanceof Postgres ours) {
            texts.addAll(ours.passwords());
        }
        return new Parts(
                known.database,
                known.stream,
                known.services,
                known.gateway,
                new Secrets(List.copyOf(texts)));
    }

    /**
     * After everything has stopped, the next start may choose anew between outside servers and our
     * own.
     */
    static void forgetOutside(Home home) {
        home.ledger().remove(OUTSIDE_POSTGRES);
        home.ledger().remove(OUTSIDE_KAFKA);
    }

    List<Part> all() {
        List<Part> all = new ArrayList<>(List.of(database, stream));
        all.addAll(services);
        gateway.ifPresent(all::add);
        return List.copyOf(all);
    }

    Service service(PartName name) {
        return services.stream()
                .filter(service -> service.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static FixedPort port(Home home, Settings settings, PartName part) {
        OptionalInt asked = settings.port(part);
        return new FixedPort(
                part.word(),
                part.portVariable(),
                asked,
                home.runFile(part.word()),
                home.ledger(),
                () -> promised(home, settings));
    }

    /** The ports that somebody asked for and those that were chosen before. */
    private static Set<Integer> promised(Home home, Settings settings) {
        Set<Integer> promised = new HashSet<>(settings.ports());
        for (String key : List.of(PartName.POSTGRESQL.word(), PartName.KAFKA.word(), CONTROLLER)) {
            home.ledger().get(key).map(Integer::valueOf).ifPresent(promised::add);
        }
        return promised;
    }

    /**
     * A forgotten variable must not move the services to another database: that would look like
     * lost data.
     */
    private static void remember(Home home, String key, String variable, Optional<String> outside) {
        Optional<String> before = home.ledger().get(key);
        if (outside.isPresent()) {
            home.ledger().put(key, outside.get());
        } else if (before.isPresent()) {
            throw new LaunchFailure(
                    "This deployment uses "
                            + before.get()
                            + ": set "
                            + variable
                            + " again, or deploy/down before going back to one of our own.");
        }
    }
}
