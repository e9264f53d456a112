package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foreign programs get a whole file over a line that breaks again and again. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class ResumeTest {
    private static final int SIZE = 1_000_000;
    private static final int CUT_AFTER = 230_000;

    /** More than there are cuts; a program that never gets on would try for ever. */
    private static final int TRIES = 20;

    @TempDir Path folder;

    @Test
    void curlGoesOnWhereTheLineBroke() throws Exception {
        mustBeThere("curl");
        fetched(
                "1.11.1",
                (file, url) -> {
                    int tries = 0;
                    while (run("curl", "-sS", "--fail", "-C", "-", "-o", file, url) != 0) {
                        assertThat(tries++).isLessThan(TRIES);
                    }
                });
    }

    @Test
    void wgetGoesOnWhereTheLineBroke() throws Exception {
        mustBeThere("wget");
        fetched(
                "1.11.2",
                (file, url) ->
                        assertThat(
                                        run(
                                                "wget",
                                                "-q",
                                                "-c",
                                                "-t20",
                                                "--waitretry=0",
                                                "-O",
                                                file,
                                                url))
                                .isZero());
    }

    @Test
    void aria2GoesOnWhereTheLineBroke() throws Exception {
        mustBeThere("aria2c");
        fetched(
                "1.11.3",
                (file, url) ->
                        assertThat(
                                        run(
                                                "aria2c",
                                                "-q",
                                                "--no-conf",
                                                "--max-tries=20",
                                                "--retry-wait=1",
                                                "-x1",
                                                "-d",
                                                Path.of(file).getParent().toString(),
                                                "-o",
                                                Path.of(file).getFileName().toString(),
                                                url))
                                .isZero());
    }

    @FunctionalInterface
    private interface Fetch {
        void fetch(String file, String url) throws IOException, InterruptedException;
    }

    private void fetched(String version, Fetch by) throws IOException, InterruptedException {
        byte[] image = new byte[SIZE];
        new Random(version.hashCode()).nextBytes(image);
        long id =
                with(ACME.form("GXP2160", version), "resume.bin", image)
                        .post("/api/v1/releases")
                        .jsonPath()
                        .getLong("id");
        ACME.publishes(id);
        String address = ACME.address("resume.bin_" + version);
        Soon.until(() -> RestAssured.head(address), head -> head.statusCode() == 200);
        Path file = folder.resolve("resume.bin");
        Overheard framework = Overheard.from("io.vertx.core.net.impl.ConnectionBase");
        try (CutLine line = new CutLine(RestAssured.port, CUT_AFTER)) {
            by.fetch(file.toString(), "http://127.0.0.1:" + line.port() + address);
            assertThat(line.cuts()).isGreaterThan(1);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(image);
        framework.close();
        assertThat(framework.said()).as("a phone that hangs up is not news").isEmpty();
    }

    private static void mustBeThere(String program) {
        boolean there =
                Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                        .anyMatch(each -> Path.of(each, program).toFile().canExecute());
        assumeThat(there).as(program + " is not on this machine").isTrue();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
