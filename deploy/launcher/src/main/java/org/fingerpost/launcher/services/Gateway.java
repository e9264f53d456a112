package org.fingerpost.launcher.services;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.parts.Part;
import org.fingerpost.launcher.parts.PortClaim;
import org.fingerpost.launcher.settings.PartName;
import org.fingerpost.launcher.settings.Settings;

/** TFTP, and one HTTP origin, in front of the three services. Needs none of them to be started. */
public final class Gateway implements Part {
    private final Home home;
    private final Settings settings;
    private final ServiceProgram program;

    public Gateway(Home home, Settings settings, ServiceProgram program) {
        this.home = home;
        this.settings = settings;
        this.program = program;
    }

    @Override
    public PartName name() {
        return PartName.GATEWAY;
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(actualPort());
    }

    /** The UDP port is not among them: whether it is free shows when it is taken. */
    @Override
    public List<PortClaim> claims() {
        return List.of(
                new PortClaim(
                        settings.bind(),
                        settings.port(name()).orElseThrow(),
                        name().word(),
                        name().portVariable()));
    }

    @Override
    public Command prepare() {
        List<String> line =
                new QuarkusLine(name(), home, List.of(), settings.javaOptions()).of(program);
        return new Command(line, environment(), home.privateFolder(name().word()), log());
    }

    @Override
    public boolean ready() {
        return Health.ready(url());
    }

    @Override
    public Path log() {
        return home.log(name().word());
    }

    @Override
    public String address() {
        return url() + ", tftp " + settings.tftpPort();
    }

    private String url() {
        return "http://" + settings.localHost() + ":" + actualPort();
    }

    private int actualPort() {
        return home.runFile(name().word())
                .read()
                .map(entry -> entry.port())
                .orElseGet(() -> settings.port(name()).orElseThrow());
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(settings.inherited());
        variables.put("QUARKUS_HTTP_HOST", settings.bind());
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(name()).orElseThrow()));
        variables.put("FINGERPOST_TFTP_HOST", settings.bind());
        variables.put("FINGERPOST_TFTP_PORT", Integer.toString(settings.tftpPort()));
        for (PartName service : PartName.services()) {
            variables.put(
                    "FINGERPOST_GATEWAY_DOORS_" + service.name(),
                    "http://" + settings.localHost() + ":" + settings.port(service).orElseThrow());
        }
        return variables;
    }
}
