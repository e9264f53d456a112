package org.fingerpost.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.Ran;
import org.fingerpost.cli.loopback.Loopback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown and done, against a service that says what it is told to say. */
class PlanCommandTest {
    private static final String API = "/api/v1/";

    private final Loopback service = Loopback.start();

    @TempDir private Path folder;

    @BeforeEach
    void anEmptyService() throws IOException {
        answers("groups", "[]");
        answers("sheets", "[]");
        Files.writeString(folder.resolve("key"), "fp_0_geheim\n");
        Files.writeString(folder.resolve("provider.yaml"), "settings:\n  P64: CET\n  P212: 9\n");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatIsPublishedAlreadyIsNothingToDo() {
        answers(
                "sheets",
                """
                [{"name":"provider","published":{"said":{"templates":[],\
                "settings":{"P212":"9","P64":"CET"},"variables":{}}}}]\
                """);

        Ran ran = run("plan");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.text()).isEqualTo("nothing to do\n");
        assertThat(service.posted()).isEmpty();
    }

    @Test
    void aChangeIsShownWithItsPhonesAndExitsWithTwo() throws IOException {
        reviewed("");

        Ran ran = run("plan");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.text())
                .contains("+ provider", "+ P64 = CET", "12 phones", "1 to make, 0 to change")
                .doesNotContain("geheim");
        JsonNode json = new ObjectMapper().readTree(run("plan", "--json").text());
        assertThat(json.path("changes").path(0).path("phones").asInt()).isEqualTo(12);
    }

    @Test
    void whatTheCatalogueRefusesIsToldWithFileAndLine() {
        reviewed(
                """
                ,"errors":[{"p":"P212","why":"P212 takes 0 to 3"}]\
                """);

        Ran ran = run("plan");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.text()).contains("refused: provider.yaml:3: P212 takes 0 to 3");
        assertThat(run("apply", "--yes").exit()).isEqualTo(1);
        assertThat(service.asked()).doesNotContain(API + "sheets/provider/draft");
    }

    @Test
    void whatCouldCutPhonesOffIsNotDoneUnlessItIsMeant() {
        reviewed(
                """
                ,"cutOffs":[{"p":"P212","why":"it is how phones fetch"}]\
                """);
        answers("sheets/provider/draft", "{}");
        answers("sheets/provider/publish", "{}");

        assertThat(run("apply", "--yes").exit()).isEqualTo(1);
        assertThat(service.asked()).doesNotContain(API + "sheets/provider/draft");
        Ran meant = run("apply", "--yes", "--acknowledge", "P212");

        assertThat(meant.exit()).as(meant.err()).isZero();
        assertThat(meant.text()).endsWith("done: provider\n");
        assertThat(service.posted().getLast()).contains("\"acknowledged\":[\"P212\"]");
    }

    @Test
    void aRefusedPublicationLeavesNoDraftAndIsSaid() {
        reviewed("");
        answers("sheets/provider/draft", "{}");
        service.answering(
                API + "sheets/provider/publish", 409, Map.of(), bytes("{\"detail\":\"too late\"}"));

        Ran ran = run("apply", "--yes");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("provider: too late. 0 of 1 steps are done");
        assertThat(service.asked()).endsWith(API + "sheets/provider/draft");
    }

    @Test
    void somebodyElsesDraftIsNotLost() {
        answers("sheets", "[{\"name\":\"provider\",\"draft\":{\"author\":\"provider/7\"}}]");
        reviewed("");

        Ran ran = run("plan");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.text()).contains("a draft by provider/7");
    }

    @Test
    void whatAReferenceBroughtIsNotShown() throws IOException {
        Files.writeString(folder.resolve("zone"), "CET\n");
        Files.writeString(folder.resolve("provider.yaml"), "settings: {P64: '${file:zone}'}\n");
        reviewed(
                """
                ,"errors":[{"p":"P64","why":"P64 takes a zone, not \\"CET\\""}]\
                """);

        Ran ran = run("plan");

        assertThat(ran.text()).contains("+ P64 = ••••••", "provider.yaml:1: P64: what its");
        assertThat(ran.text() + ran.err()).doesNotContain("CET");
    }

    @Test
    void whatIsHeldBackIsNotLost() throws IOException {
        Files.delete(folder.resolve("provider.yaml"));
        Files.createDirectory(folder.resolve("devices"));
        Files.writeString(folder.resolve("devices/a.yaml"), "mac: 000b82000001\nmodel: GXP2160\n");
        answers("devices:review", "[{\"made\":false,\"heldBack\":true,\"differences\":[]}]");

        Ran ran = run("apply", "--yes");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.text()).contains("refused: devices/a.yaml:1: the device", "held back");
        assertThat(service.asked()).doesNotContain(API + "devices/000b82000001");
    }

    @Test
    void devicesThatSayMuchAreReviewedInBodiesThatAreTaken() throws IOException {
        Files.delete(folder.resolve("provider.yaml"));
        Files.createDirectory(folder.resolve("devices"));
        String much = "x".repeat(400_000);
        for (int i = 1; i <= 3; i++) {
            Files.writeString(
                    folder.resolve("devices/" + i + ".yaml"),
                    "mac: 000b8200000" + i + "\nmodel: GXP2160\nsettings: {P64: " + much + "}\n");
        }
        answers("devices:review", "[]");

        assertThat(run("plan").exit()).isZero();
        assertThat(service.posted()).hasSize(2).allMatch(body -> body.length() < 1 << 20);
    }

    @Test
    void nobodyIsAskedWhereNoTerminalIs() {
        reviewed("");

        assertThat(run("apply").err()).contains("--yes");
        assertThat(service.asked()).doesNotContain(API + "sheets/provider/draft");
    }

    @Test
    void aServiceThatRefusesIsQuotedAndWrongUsageOfPlanIsNoPlan() {
        service.answering(API + "groups", 401, Map.of(), bytes("{\"detail\":\"no such key\"}"));

        assertThat(run("plan").err()).contains("no such key").doesNotContain("geheim");
        assertThat(run("plan").exit()).isEqualTo(1);
        assertThat(Ran.with("plan", "--nonsense").exit()).isEqualTo(1);
        assertThat(Ran.with("apply", "--nonsense").exit()).isEqualTo(2);
    }

    private void reviewed(String more) {
        answers(
                "sheets:review",
                """
                {"groups":{"phones":0},"sheets":[{"name":"provider","differences":[\
                {"name":"published","after":"yes"},{"name":"P64","after":"CET"}],\
                "review":{"phones":12%s}}]}\
                """
                        .formatted(more));
    }

    private void answers(String path, String json) {
        service.answering(API + path, 200, Map.of(), bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Ran run(String command, String... more) {
        var arguments = new ArrayList<String>();
        arguments.add(command);
        arguments.addAll(List.of(more));
        arguments.addAll(
                List.of(
                        "--config",
                        service.address("").url(),
                        "--api-key-file",
                        folder.resolve("key").toString(),
                        folder.toString()));
        return Ran.with(arguments.toArray(String[]::new));
    }
}
