package org.fingerpost.launcher.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.launcher.StandIn;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.services.ServiceProgram;
import org.fingerpost.launcher.settings.PartName;

/** A deployment for a test: ports of its own, and stand-ins for the services. */
final class Site {
    final Map<String, String> environment = new HashMap<>();
    final Map<PartName, ServiceProgram> services;
    final List<String> said = new ArrayList<>();
    private final Path home;

    Site(Path home) {
        this.home = home;
        services =
                new HashMap<>(
                        PartName.services().stream()
                                .collect(Collectors.toMap(name -> name, name -> standIn("serve"))));
        services.put(PartName.GATEWAY, standIn("serve"));
        choosePort(PartName.GATEWAY.portVariable());
        PartName.services()
                .forEach(name -> {
                    choosePort(name.portVariable());
                    choosePort(name.tlsPortVariable());
                });
    }

    private void choosePort(String variable) {
        Set<Integer> chosen =
                environment.values().stream().map(Integer::valueOf).collect(Collectors.toSet());
        environment.put(variable, Integer.toString(Ports.pick(chosen)));
    }

    static ServiceProgram standIn(String behaviour) {
        return new ServiceProgram.CommandLine(StandIn.line(behaviour));
    }

    /** Each call as another launcher would see it: nothing is kept but the folder. */
    Deployment deployment() {
        return Deployment.in(home, environment, Programs.with(services), said::add);
    }

    Path home() {
        return home;
    }

    int port(PartName service) {
        return Integer.parseInt(environment.get(service.portVariable()));
    }
}
