package org.fingerpost.launcher.services;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.parts.Account;
import org.fingerpost.launcher.parts.Part;
import org.fingerpost.launcher.parts.PortClaim;
import org.fingerpost.launcher.settings.PartName;
import org.fingerpost.launcher.settings.Settings;

/**
 * One of the three services, in a JVM of its own. Needs neither PostgreSQL nor Kafka to be started.
 */
public final class Service implements Part {
    /**
     * A JVM that writes its cache works for half a minute of processor time after it was stopped.
     */
    private static final Duration WRITES_WITHIN = Duration.ofMinutes(5);

    private final PartName name;
    private final Home home;
    private final Settings settings;
    private final ServiceProgram program;
    private final Backing backing;

    public Service(
            PartName name, Home home, Settings settings, ServiceProgram program, Backing backing) {
        this.name = name;
        this.home = home;
        this.settings = settings;
        this.program = program;
        this.backing = backing;
    }

    @Override
    public PartName name() {
        return name;
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(actualPort());
    }

    @Override
    public List<PortClaim> claims() {
        return List.of(
                new PortClaim(
                        settings.bind(),
                        settings.port(name).orElseThrow(),
                        name.word(),
                        name.portVariable()),
                new PortClaim(
                        settings.bind(),
                        settings.tlsPort(name),
                        name.word() + " (HTTPS)",
                        name.tlsPortVariable()));
    }

    @Override
    public Command prepare() {
        List<String> line = new QuarkusLine(name, home, tls(), settings.javaOptions()).of(program);
        return new Command(line, environment(), home.privateFolder(name.word()), log());
    }

    @Override
    public boolean ready() {
        return Health.ready(url());
    }

    @Override
    public Duration stopsWithin() {
        return switch (program) {
            case ServiceProgram.Rehearsed _ -> WRITES_WITHIN;
            case ServiceProgram.QuarkusApp _, ServiceProgram.CommandLine _ ->
                    Part.super.stopsWithin();
        };
    }

    @Override
    public Path log() {
        return home.log(name.word());
    }

    @Override
    public String address() {
        return url() + ", https " + settings.tlsPort(name);
    }

    /** Where somebody on this machine reaches it. */
    public String url() {
        return "http://" + settings.localHost() + ":" + actualPort();
    }

    private int actualPort() {
        return home.runFile(name.word())
                .read()
                .map(entry -> entry.port())
                .orElseGet(() -> settings.port(name).orElseThrow());
    }

    /**
     * As properties, not variables: from QUARKUS_TLS_KEY_STORE_… alone Quarkus does not see that
     * there is a key store.
     */
    private List<String> tls() {
        return List.of(
                "-Dquarkus.tls.key-store.pem.0.cert=" + backing.certificate().chain(),
                "-Dquarkus.tls.key-store.pem.0.key=" + backing.certificate().key(),
                // Quarkus alone would speak 1.3 only; older phones have 1.2.
                "-Dquarkus.tls.protocols=TLSv1.3,TLSv1.2");
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(settings.inherited());
        Account account = backing.database().account(name);
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", account.jdbcUrl());
        variables.put("QUARKUS_DATASOURCE_USERNAME", account.role());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", account.password());
        variables.put("QUARKUS_HTTP_HOST", settings.bind());
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(name).orElseThrow()));
        variables.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(settings.tlsPort(name)));
        // The gateway is on this machine, and says whose request it passes on.
        variables.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        variables.put("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true");
        variables.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", settings.localHost());
        // A phone's first request is plain HTTP, and it does not follow to HTTPS.
        variables.put("QUARKUS_HTTP_INSECURE_REQUESTS", "enabled");
        variables.put("FINGERPOST_STATE_DIR", home.privateFolder(name.word()).toString());
        variables.put("FINGERPOST_KAFKA_BOOTSTRAP_SERVERS", backing.stream().bootstrapServers());
        variables.put("FINGERPOST_OPERATOR_KEY_FILE", backing.keys().operatorKey().toString());
        if (name == PartName.REDIRECT && !settings.publicHosts().isEmpty()) {
            // No provider's target may lead back to a redirect door by one of these names.
            variables.put("FINGERPOST_REDIRECT_NAMES", String.join(",", settings.publicHosts()));
        }
        if (name == PartName.REDIRECT) {
            variables.put("FINGERPOST_REDIRECT_KEY_FILE", backing.keys().redirectKey().toString());
        }
        if (name == PartName.CONFIG) {
            variables.put("FINGERPOST_MASTER_KEY_FILE", backing.keys().masterKey().toString());
            variables.put("FINGERPOST_CONFIG_PUBLIC_URL", settings.configPublicUrl());
        }
        if (name == PartName.FIRMWARE) {
            variables.put("FINGERPOST_FIRMWARE_PUBLIC_URL", settings.firmwarePublicUrl());
        }
        return variables;
    }
}
