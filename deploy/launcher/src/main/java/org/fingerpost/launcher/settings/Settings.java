package org.fingerpost.launcher.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * The variables of one call of the launcher.
 *
 * <p>Everything listens on 127.0.0.1 until FINGERPOST_PUBLIC_HOST says under which name phones
 * reach this machine; then the services listen on all addresses, unless FINGERPOST_BIND names one.
 * PostgreSQL and Kafka stay on 127.0.0.1 always.
 */
public final class Settings {
    private static final String LOOPBACK = "127.0.0.1";

    /** 69 would need privileges. */
    private static final int TFTP = 6969;

    private static final Set<String> OWN =
            Stream.concat(
                            Stream.of(
                                    "FINGERPOST_HOME",
                                    "FINGERPOST_BIND",
                                    "FINGERPOST_PUBLIC_HOST",
                                    "FINGERPOST_CONFIG_PUBLIC_URL",
                                    "FINGERPOST_FIRMWARE_PUBLIC_URL",
                                    "FINGERPOST_TFTP_PORT",
                                    "FINGERPOST_JAVA_OPTS",
                                    "FINGERPOST_POSTGRES_URL",
                                    "FINGERPOST_POSTGRES_USER",
                                    "FINGERPOST_POSTGRES_PASSWORD",
                                    "FINGERPOST_KAFKA_CONTROLLER_PORT",
                                    "FINGERPOST_KAFKA_BOOTSTRAP"),
                            PartName.ownVariables())
                    .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> environment;

    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The port that was asked for, or the usual one of a service; PostgreSQL and Kafka have none.
     */
    public OptionalInt port(PartName part) {
        OptionalInt asked = portIn(part.portVariable());
        return asked.isEmpty() && part.isService() ? OptionalInt.of(part.defaultPort()) : asked;
    }

    public OptionalInt kafkaControllerPort() {
        return portIn("FINGERPOST_KAFKA_CONTROLLER_PORT");
    }

    public int tlsPort(PartName service) {
        return portIn(service.tlsPortVariable()).orElse(service.defaultTlsPort());
    }

    /** UDP. */
    public int tftpPort() {
        return portIn("FINGERPOST_TFTP_PORT").orElse(TFTP);
    }

    /** Every port that the variables, or the usual ones of the services, name. */
    public Set<Integer> ports() {
        return Stream.of(
                        Stream.of(PartName.values()).map(this::port),
                        PartName.services().stream().map(this::tlsPort).map(OptionalInt::of),
                        Stream.of(kafkaControllerPort()))
                .flatMap(ports -> ports)
                .flatMapToInt(OptionalInt::stream)
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The address on which the services listen. */
    public String bind() {
        return get("FINGERPOST_BIND")
                .orElse(get("FINGERPOST_PUBLIC_HOST").isPresent() ? "0.0.0.0" : LOOPBACK);
    }

    /**
     * The names and addresses under which phones reach this machine, the first being the main one.
     */
    public List<String> publicHosts() {
        return get("FINGERPOST_PUBLIC_HOST").stream()
                .flatMap(hosts -> Stream.of(hosts.split(",")))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /** Where somebody on this machine reaches the services. */
    public String localHost() {
        String bind = bind();
        return bind.equals("0.0.0.0") || bind.equals("::") ? LOOPBACK : bracketed(bind);
    }

    public String configPublicUrl() {
        return publicUrl("FINGERPOST_CONFIG_PUBLIC_URL", PartName.CONFIG);
    }

    public String firmwarePublicUrl() {
        return publicUrl("FINGERPOST_FIRMWARE_PUBLIC_URL", PartName.FIRMWARE);
    }

    private String publicUrl(String variable, PartName service) {
        String host =
                publicHosts().stream().findFirst().map(Settings::bracketed).orElse(localHost());
        return get(variable).orElse("http://" + host + ":" + port(service).orElseThrow());
    }

    public List<String> javaOptions() {
        return get("FINGERPOST_JAVA_OPTS")
                .map(options -> List.of(options.strip().split("\\s+")))
                .orElse(List.of());
    }

    public Optional<OutsidePostgres> outsidePostgres() {
        return get("FINGERPOST_POSTGRES_URL")
                .map(url ->
                        OutsidePostgres.parse(
                                url,
                                needed("FINGERPOST_POSTGRES_USER"),
                                get("FINGERPOST_POSTGRES_PASSWORD").orElse("")));
    }

    public Optional<OutsideKafka> outsideKafka() {
        return get("FINGERPOST_KAFKA_BOOTSTRAP").map(OutsideKafka::parse);
    }

    /** What a program inherits: everything but the variables that are meant for the launcher. */
    public Map<String, String> inherited() {
        Map<String, String> rest = new HashMap<>(environment);
        rest.keySet().removeAll(OWN);
        return rest;
    }

    private String needed(String variable) {
        return get(variable)
                .orElseThrow(() ->
                        new LaunchFailure(
                                "FINGERPOST_POSTGRES_URL needs " + variable + " beside it."));
    }

    private OptionalInt portIn(String variable) {
        return get(variable)
                .map(text -> OptionalInt.of(parsePort(variable, text)))
                .orElse(OptionalInt.empty());
    }

    private static int parsePort(String variable, String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw new LaunchFailure(
                variable + " must be a port from 1 to 65535, not \"" + text + "\".");
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private Optional<String> get(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Without values: passwords are among them. */
    @Override
    public String toString() {
        return "Settings" + environment.keySet();
    }
}
