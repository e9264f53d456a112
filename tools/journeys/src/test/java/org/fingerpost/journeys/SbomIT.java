package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each packaged service tells what it is made of, and tells of all of it. */
class SbomIT {
    @ParameterizedTest
    @ValueSource(strings = {"redirect-service", "config-service", "firmware-service", "gateway"})
    void eachLibraryThatIsPackagedIsOnTheList(String module) throws IOException {
        Path target = Path.of("../..", module, "target").toAbsolutePath().normalize();
        Path file = target.resolve("sbom.cdx.json");
        assumeTrue(Files.exists(file), "a build without a network makes no list of parts");
        JsonNode list = new ObjectMapper().readTree(file.toFile());
        Set<String> listed = new HashSet<>();
        list.path("components").forEach(part -> listed.add(jar(part)));

        assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(list.at("/metadata/component/name").asText()).isEqualTo(module);
        assertThat(jars(target.resolve("quarkus-app/lib")))
                .hasSizeGreaterThan(50)
                .allMatch(listed::contains);
    }

    /** As Quarkus names it: group.artifact-version, then the classifier. */
    private static String jar(JsonNode part) {
        String purl = part.path("purl").asText();
        int classifier = purl.indexOf("classifier=");
        String more = classifier < 0 ? "" : "-" + purl.substring(classifier + 11).split("&")[0];
        return part.path("group").asText()
                + "."
                + part.path("name").asText()
                + "-"
                + part.path("version").asText()
                + more
                + ".jar";
    }

    private static List<String> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }
}
