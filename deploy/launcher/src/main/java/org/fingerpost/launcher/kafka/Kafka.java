package org.fingerpost.launcher.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.LinkedTree;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.machine.LogFile;
import org.fingerpost.launcher.parts.Environment;
import org.fingerpost.launcher.parts.FixedPort;
import org.fingerpost.launcher.parts.JavaProgram;
import org.fingerpost.launcher.parts.PortClaim;
import org.fingerpost.launcher.parts.StreamPart;
import org.fingerpost.launcher.settings.PartName;

/** Our own Kafka: one process that is broker and controller (KRaft), on loopback only. */
public final class Kafka implements StreamPart {
    private static final String HEAP = "-Xmx384m";

    private final Home home;
    private final FixedPort port;
    private final FixedPort controllerPort;
    private final Path jars;
    private final SecureRandom random;

    public Kafka(
            Home home, FixedPort port, FixedPort controllerPort, Path jars, SecureRandom random) {
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
        this.jars = jars;
        this.random = random;
    }

    @Override
    public PartName name() {
        return PartName.KAFKA;
    }

    @Override
    public OptionalInt port() {
        return port.known();
    }

    @Override
    public List<PortClaim> claims() {
        return List.of(port.claim("Kafka"), controllerPort.claim("Kafka's controller"));
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port.chosen();
    }

    @Override
    public Command prepare() {
        LinkedTree.replace(programs(), jars);
        PrivateFile.write(
                folder().resolve("server.properties"),
                KafkaFiles.server(port.chosen(), controllerPort.chosen()));
        PrivateFile.write(
                folder().resolve("logging.properties"), KafkaFiles.logging(log().getParent()));
        if (!Files.exists(folder().resolve("data/meta.properties"))) {
            format();
        }
        return command("kafka.Kafka", List.of("server.properties"), home.log("kafka-console"));
    }

    @Override
    public boolean ready() {
        return port.known().isPresent()
                && ApiVersions.answered("127.0.0.1", port.known().getAsInt());
    }

    @Override
    public Path log() {
        return home.log("kafka.0");
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port.known().orElse(0);
    }

    private void format() {
        String clusterId = PrivateFile.readOrMake(folder().resolve("cluster.id"), this::clusterId);
        LogFile log = LogFile.forNewStart(home.log("kafka-format"));
        List<String> arguments =
                List.of("format", "-t", clusterId, "-c", "server.properties", "--ignore-formatted");
        int exit = command("kafka.tools.StorageTool", arguments, log.path()).run();
        if (exit != 0) {
            throw new LaunchFailure(
                    "Kafka's folder could not be made (format ended with "
                            + exit
                            + "):\n"
                            + String.join("\n", log.tail(10)));
        }
    }

    private Command command(String program, List<String> arguments, Path log) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                JavaProgram.executable(),
                                HEAP,
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.awt.headless=true",
                                "-Djava.util.logging.config.file=logging.properties",
                                "-cp",
                                // Relative to the working folder: a class path cannot hold every
                                // path.
                                "../programs/kafka/*",
                                program));
        line.addAll(arguments);
        return new Command(line, Environment.minimal(), folder(), log);
    }

    /**
     * 16 random bytes as Kafka writes them; not beginning with a dash, which the tool would take
     * for an option.
     */
    private String clusterId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        id[0] &= 0x7f;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private Path programs() {
        return home.privateFolder("programs").resolve("kafka");
    }

    private Path folder() {
        return home.privateFolder("kafka");
    }
}
