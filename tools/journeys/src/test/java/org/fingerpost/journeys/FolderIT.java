package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.cli.Fingerpost;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example folder of the docs, brought to a service that knows nothing of it. */
class FolderIT {
    private static final Path EXAMPLE = Path.of("../../docs/examples/phones");
    private static final String MAC = "000b82456701";

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);

    @TempDir private Path folder;

    private record Ran(int exit, String said) {}

    @BeforeEach
    void copyTheExample() throws IOException {
        try (Stream<Path> all = Files.walk(EXAMPLE)) {
            for (Path each : all.toList()) {
                Path copy = folder.resolve(EXAMPLE.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
        Files.writeString(folder.resolve("devices/2002.password"), "pass-2002\n");
        Files.writeString(folder.resolve("key"), acme.apiKey);
        acme.register("000b82456700", "000b824567ff");
    }

    /** Changes that only hold together: a sheet's new hole, and the variable that fills it. */
    @Test
    void aChangeIsShownWithItsPhonesAndAnErrorWithItsLine() throws Exception {
        assertThat(run("apply", "--yes").exit()).isZero();
        Path berlin = folder.resolve("groups/berlin.yaml");
        Files.writeString(berlin, "settings:\n  P237: berlin.example.com\n  P64: ${zone}\n");
        Path devices = folder.resolve("devices/floor-2.yaml");
        Files.writeString(
                devices,
                Files.readString(devices).replace("variables:", "variables:\n  zone: CET"));

        Ran plan = run("plan");
        assertThat(plan.exit()).as(plan.said()).isEqualTo(2);
        assertThat(plan.said())
                .contains(
                        "2 phones are told something else",
                        "could cut phones off: groups/berlin.yaml:2: P237",
                        "- variables.sip.server = berlin.example.com");
        assertThat(run("apply", "--yes").exit()).isEqualTo(1);
        Ran meant = run("apply", "--yes", "--acknowledge", "P237");
        assertThat(meant.exit()).as(meant.said()).isZero();

        Files.writeString(berlin, "settings:\n  P237: berlin.example.com\n  P212: HTTPS\n");
        Ran wrong = run("plan");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.said()).contains("refused: groups/berlin.yaml:3: P212");

        Files.delete(berlin);
        Files.delete(folder.resolve("groups/floor-2.yaml"));
        Files.delete(devices);
        Ran gone = run("apply", "--yes", "--prune", "--acknowledge", "P237");
        assertThat(gone.exit()).as(gone.said()).isZero();
        assertThat(gone.said())
                .contains("done: the device " + MAC, "done: group/berlin", "the group berlin");
        assertThat(run("plan", "--prune").exit()).isZero();
    }

    private Ran run(String command, String... more) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(System.getProperty("java.home") + "/bin/java");
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.addAll(List.of(Fingerpost.class.getName(), command));
        line.addAll(List.of(more));
        line.addAll(List.of("--config", town.url(PartName.CONFIG)));
        line.addAll(List.of("--api-key-file", folder.resolve("key").toString()));
        line.add(folder.toString());
        var process = new ProcessBuilder(line).redirectErrorStream(true);
        process.environment().put("PASSWORD_2001", "pass-2001");
        Process started = process.start();
        String said = new String(started.getInputStream().readAllBytes());
        return new Ran(started.waitFor(), said);
    }
}
