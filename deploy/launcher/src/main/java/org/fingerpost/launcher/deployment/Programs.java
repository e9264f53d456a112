package org.fingerpost.launcher.deployment;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.services.ServiceProgram;
import org.fingerpost.launcher.settings.PartName;

/** What is there to be started: Kafka's jars, a program for each service, perhaps a gateway. */
public record Programs(Path kafkaJars, Map<PartName, ServiceProgram> services) {

    /** What the build of the source tree has made, found from where this class lies. */
    public static Programs ofSourceTree() {
        Path root = sourceTree();
        return new Programs(
                kafkaJars(root),
                Map.of(
                        PartName.REDIRECT, quarkusApp(root, "redirect-service"),
                        PartName.CONFIG, quarkusApp(root, "config-service"),
                        PartName.FIRMWARE, quarkusApp(root, "firmware-service"),
                        PartName.GATEWAY, quarkusApp(root, "gateway")));
    }

    /**
     * The same services, without a gateway before them, whose JVMs keep what they have learned: one
     * file a service, {@code redirect.aot} and so on, in this folder.
     */
    public Programs rehearsed(Path folder) {
        Map<PartName, ServiceProgram> rehearsed = new EnumMap<>(PartName.class);
        for (PartName name : PartName.services()) {
            Path cache = folder.resolve(name.word() + ".aot");
            rehearsed.put(name, rehearsed(services.get(name), cache));
        }
        return new Programs(kafkaJars, Map.copyOf(rehearsed));
    }

    private static ServiceProgram rehearsed(ServiceProgram program, Path cache) {
        return switch (program) {
            case ServiceProgram.QuarkusApp(Path app) -> new ServiceProgram.Rehearsed(app, cache);
            case ServiceProgram.Rehearsed(Path app, _) -> new ServiceProgram.Rehearsed(app, cache);
            case ServiceProgram.CommandLine other -> other;
        };
    }

    /** The same Kafka, with other programs in the place of the services. */
    public static Programs with(Map<PartName, ServiceProgram> services) {
        return new Programs(kafkaJars(sourceTree()), services);
    }

    private static Path kafkaJars(Path root) {
        return root.resolve("deploy/launcher/target/kafka");
    }

    private static ServiceProgram quarkusApp(Path root, String module) {
        return new ServiceProgram.QuarkusApp(root.resolve(module).resolve("target/quarkus-app"));
    }

    private static Path sourceTree() {
        return Stream.concat(above(ownJar()), above(Path.of("").toAbsolutePath()))
                .filter(folder -> Files.exists(folder.resolve("deploy/launcher/pom.xml")))
                .findFirst()
                .orElseThrow(() ->
                        new LaunchFailure(
                                "The launcher is not in its source tree, so it finds nothing to"
                                        + " start."));
    }

    private static Path ownJar() {
        try {
            return Path.of(
                    Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new LaunchFailure("The launcher does not find itself: " + e.getMessage(), e);
        }
    }

    private static Stream<Path> above(Path path) {
        return Stream.iterate(
                        Optional.of(path), Optional::isPresent, each -> each.map(Path::getParent))
                .flatMap(Optional::stream);
    }
}
