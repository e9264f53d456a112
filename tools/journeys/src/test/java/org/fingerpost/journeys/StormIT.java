package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fingerpost.cli.Fingerpost;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small storm on the packaged services, as the command line plays it. */
class StormIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST_PHONE = "024650000000";

    private final Deployment town = Town.whole();

    @TempDir private Path folder;

    @Test
    void everyPhoneOfAStormIsAnsweredAndNothingIsLeft() throws Exception {
        Process storm = storm("500", "5s");
        List<String> lines =
                new String(storm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(storm.waitFor()).as(said()).isZero();

        JsonNode sum = JSON.readTree(lines.getLast());
        assertThat(sum.path("arrivals").asInt()).isEqualTo(500);
        assertThat(sum.path("answered").asInt()).as("%s", lines).isEqualTo(500);
        assertThat(sum.path("failed").asInt()).isZero();
        assertThat(sum.path("p99").asDouble()).isGreaterThanOrEqualTo(sum.path("p50").asDouble());
        assertThat(sum.path("drain").isNumber()).isTrue();
        nothingIsLeft();
    }

    @Test
    void aStormThatIsInterruptedTakesItsPhonesAway() throws Exception {
        Process storm = storm("50", "10m");
        Soon.holds("the storm has begun", () -> said().contains("the storm begins"));
        assertThat(keysOfStorms()).isEqualTo(1);
        storm.destroy();
        assertThat(storm.waitFor(2, TimeUnit.MINUTES)).as(said()).isTrue();
        assertThat(storm.exitValue()).isNotZero();
        nothingIsLeft();
    }

    private Process storm(String phones, String over) throws IOException {
        Path key = folder.resolve("key");
        Files.writeString(key, town.operatorKey());
        List<String> line = new ArrayList<>();
        line.add(System.getProperty("java.home") + "/bin/java");
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(Fingerpost.class.getName(), "storm", "--json"));
        line.addAll(List.of("--phones", phones, "--over", over));
        line.addAll(List.of("--redirect", town.url(PartName.REDIRECT)));
        line.addAll(List.of("--config", town.url(PartName.CONFIG)));
        line.addAll(List.of("--firmware", town.url(PartName.FIRMWARE)));
        line.addAll(List.of("--operator-key-file", key.toString()));
        return new ProcessBuilder(line).redirectError(folder.resolve("err").toFile()).start();
    }

    private String said() {
        try (BufferedReader err = Files.newBufferedReader(folder.resolve("err"))) {
            return String.join("\n", err.readAllLines());
        } catch (IOException e) {
            return "";
        }
    }

    private void nothingIsLeft() {
        asOperator("ranges?size=1000")
                .forEach(range ->
                        assertThat(range.path("first").asText().replace(":", ""))
                                .doesNotStartWithIgnoringCase("024650"));
        asOperator("ouis")
                .forEach(oui ->
                        assertThat(oui.asText().replace(":", ""))
                                .isNotEqualToIgnoringCase("024650"));
        assertThat(keysOfStorms()).isZero();
        String door = town.url(PartName.REDIRECT) + "/gs/cfg" + FIRST_PHONE;
        Soon.holds(
                "the redirect door knows the phone no more",
                () -> Http.get(door).statusCode() == 404);
        String file =
                town.url(PartName.CONFIG)
                        + "/p/"
                        + provider().path("pathKey").asText()
                        + "/cfg"
                        + FIRST_PHONE;
        Soon.holds("the config door has no file for it", () -> Http.get(file).statusCode() == 404);
    }

    private int keysOfStorms() {
        return asOperator("providers/" + provider().path("id").asLong() + "/keys").size();
    }

    private JsonNode provider() {
        for (JsonNode provider : asOperator("providers")) {
            if (provider.path("companyName").asText().equals("Fingerpost storm")) {
                return provider;
            }
        }
        throw new AssertionError("there has been no storm");
    }

    private JsonNode asOperator(String path) {
        try {
            return JSON.readTree(
                    Http.json(
                                    "GET",
                                    town.url(PartName.REDIRECT) + "/api/v1/" + path,
                                    town.operatorKey(),
                                    "")
                            .body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
