package org.fingerpost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.fingerpost.launcher.deployment.Standing;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
    private static final Standing RUNNING =
            new Standing(
                    PartName.REDIRECT,
                    OptionalLong.of(42),
                    OptionalInt.of(8081),
                    true,
                    false,
                    "http://h:8081",
                    Path.of("/l"));
    private static final Standing AWAY =
            new Standing(
                    PartName.KAFKA,
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    false,
                    false,
                    "127.0.0.1:0",
                    Path.of("/k"));

    @Test
    void jsonHasTheFourFieldsAndNullForWhatDoesNotRun() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(StatusCommand.json(List.of(RUNNING, AWAY)));
        assertThat(json.get(0).toString())
                .isEqualTo("{\"name\":\"redirect\",\"pid\":42,\"port\":8081,\"ready\":true}");
        assertThat(json.get(1).toString())
                .isEqualTo("{\"name\":\"kafka\",\"pid\":null,\"port\":null,\"ready\":false}");
    }

    @Test
    void tableHasOneLineAPart() {
        assertThat(Table.of(List.of(RUNNING, AWAY)).lines().toList())
                .containsExactly(
                        "name      pid  ready  address        log",
                        "redirect  42   yes    http://h:8081  /l",
                        "kafka     -    no     -              /k");
    }
}
