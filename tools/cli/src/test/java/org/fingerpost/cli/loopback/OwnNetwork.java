package org.fingerpost.cli.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A network that only one test is in, with a script in it; where the machine makes one. */
public record OwnNetwork(Path folder) {
    private static final List<String> ALONE = List.of("unshare", "--map-root-user", "--net");

    /** How it ended, and what was printed. */
    public record Ended(int exit, String said) {}

    /** Skips the test, with a sentence, unless all are here. */
    public static OwnNetwork with(Path folder, String... programs) {
        Stream.concat(Stream.of("unshare", "ip"), Stream.of(programs)).forEach(OwnNetwork::needs);
        var network = new OwnNetwork(folder);
        Assumptions.assumeTrue(
                network.run("ip link add type veth").exit() == 0,
                "this machine makes no network of its own for a test");
        return network;
    }

    public Ended run(String script) {
        var command = Stream.concat(ALONE.stream(), Stream.of("sh", "-c", script)).toList();
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            var said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), said);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("a script could not be run", e);
        }
    }

    private static void needs(String program) {
        boolean there =
                Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":"))
                        .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
        Assumptions.assumeTrue(there, program + " is not installed on this machine");
    }
}
