package org.fingerpost.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door as curl sees it, which is nobody's of ours. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class CurlTest {
    @TempDir Path folder;

    @BeforeEach
    void curlIsThere() {
        boolean there = Path.of("/usr/bin/curl").toFile().canExecute();
        assumeThat(there).as("curl is not on this machine").isTrue();
    }

    @Test
    void aTransferThatWasCutGoesOnWhereItWas() throws Exception {
        byte[] image = new byte[300_000];
        new Random(6).nextBytes(image);
        long id =
                with(ACME.form("GXP2160", "1.10.1"), "cut.bin", image)
                        .post("/api/v1/releases")
                        .jsonPath()
                        .getLong("id");
        ACME.publishes(id);
        String address = ACME.address("cut.bin_1.10.1");
        String etag =
                Soon.until(() -> RestAssured.head(address), head -> head.statusCode() == 200)
                        .header("ETag");
        assertThat(RestAssured.head(address).header("Cache-Control")).contains("immutable");
        Path file = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(image, 123_456));

        curl("-C", "-", "-H", "If-Range: " + etag, "-o", file.toString(), address);

        assertThat(file).hasBinaryContent(image);
        Path parts = folder.resolve("parts");
        curl("-r", "0-9,299990-", "-o", parts.toString(), address);
        assertThat(Files.readString(parts, ISO_8859_1))
                .contains("Content-Range: bytes 0-9/300000")
                .contains("Content-Range: bytes 299990-299999/300000");
    }

    private void curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--fail"));
        command.addAll(List.of(arguments));
        command.addLast("http://127.0.0.1:" + RestAssured.port + command.removeLast());
        Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(curl.getInputStream().readAllBytes());
        assertThat(curl.waitFor()).as(said).isZero();
    }
}
