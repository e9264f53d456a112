package org.fingerpost.bench.door;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A packaged service as a door alone, with the JVM's settings of deploy/up. */
public record DoorProcess(Process process, int port, int tlsPort) implements Server {
    /**
     * @param folder of its state
     * @param broker Kafka's address
     * @param settings of this service, as the JVM takes them
     */
    public static DoorProcess start(
            Path app, Path folder, String broker, Certificate certificate, String... settings)
            throws IOException {
        int port = Ports.free();
        int tlsPort = Ports.free();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:+UseTransparentHugePages",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dquarkus.tls.key-store.pem.0.cert=" + certificate.chain(),
                                "-Dquarkus.tls.key-store.pem.0.key=" + certificate.key(),
                                "-Dquarkus.tls.protocols=TLSv1.3,TLSv1.2",
                                "-Dquarkus.http.host=127.0.0.1",
                                "-Dquarkus.http.port=" + port,
                                "-Dquarkus.http.ssl-port=" + tlsPort,
                                "-Dquarkus.vertx.event-loops-pool-size=1",
                                "-Dfingerpost.planes=data",
                                "-Dquarkus.vertx.prefer-native-transport=true",
                                // Whoever is beside it puts nobody off either.
                                "-Dfingerpost.door.shedding.lag=1h",
                                "-Dfingerpost.door.shedding.lag-of-own=1h",
                                "-Dfingerpost.door.shedding.lag-of-redirects=1h",
                                "-Dfingerpost.state-dir=" + folder,
                                "-Dfingerpost.kafka.bootstrap-servers=" + broker));
        command.addAll(List.of(settings));
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        Process process =
                new ProcessBuilder(Cores.server(command))
                        .redirectError(Redirect.INHERIT)
                        .redirectOutput(Redirect.INHERIT)
                        .start();
        Ports.await(port, process);
        return new DoorProcess(process, port, tlsPort);
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public String name() {
        return "door";
    }
}
