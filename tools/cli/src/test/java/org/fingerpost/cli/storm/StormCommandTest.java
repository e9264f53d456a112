package org.fingerpost.cli.storm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StormCommandTest {
    private static final String SERVICES =
            "--redirect http://127.0.0.1:1 --config http://127.0.0.1:1 --firmware"
                    + " http://127.0.0.1:1";

    @Test
    void aSimulationEndsWithTheSameSixKeysAndIsRepeatable() throws Exception {
        String line = "--simulate --phones 20000 --over 2s --arrivals power-cut --json";
        Ran ran = storm(line);
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<String> lines = ran.text().lines().toList();
        JsonNode sum = new ObjectMapper().readTree(lines.getLast());
        List<String> keys = new ArrayList<>();
        sum.fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactly("arrivals", "answered", "failed", "p50", "p99", "drain");
        assertThat(sum.path("arrivals").asInt()).isEqualTo(20_000);
        assertThat(sum.path("answered").asInt()).isEqualTo(20_000);
        assertThat(storm(line).text()).isEqualTo(ran.text());
        assertThat(storm(line + " --seed 2").text()).isNotEqualTo(ran.text());
    }

    @Test
    void phonesThatFailAreTheExitCode() {
        Ran ran = storm("--simulate --phones 20000 --over 1s --patience 2s");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.text()).contains("failed    ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--phones 10",
                "--over 60s",
                "--phones 0 --over 60s --simulate",
                "--phones 16777216 --over 60s --simulate",
                "--phones ten --over 60s --simulate",
                "--phones 10 --over 60 --simulate",
                "--phones 10 --over 60h --simulate",
                "--phones 10 --over 2000m --simulate",
                "--phones 10 --over 60s --simulate --sockets 0",
                "--phones 10 --over 60s --simulate --cores 1,2",
                "--phones 10 --over 60s --simulate --cores 1,2,0",
                "--phones 10 --over 60s --simulate --costs 1us,2us",
                "--phones 10 --over 60s --simulate --costs 0us,2us,3us",
                "--phones 10 --over 60s --simulate --arrivals sometimes",
                "--phones 10 --over 60s --simulate --redirect http://127.0.0.1:1",
                "--phones 10 --over 60s",
                "--phones 10 --over 60s " + SERVICES,
                "--phones 10 --over 60s " + SERVICES + " --operator-key k --operator-key-file f",
                "--phones 10 --over 60s " + SERVICES + " --operator-key-file no-such-file",
                "--phones 10 --over 60s --operator-key k --redirect ftp://x --config http://x"
                        + " --firmware http://x",
            })
    void whatIsNotUnderstoodIsRefused(String line) {
        Ran ran = storm(line);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains("storm");
        assertThat(ran.text()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerIsASentenceWithoutTheKey() {
        Ran ran = storm("--phones 10 --over 1s " + SERVICES + " --operator-key s3cret-key");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("redirect does not answer").doesNotContain("s3cret-key");
    }

    private static Ran storm(String line) {
        return Ran.with(("storm " + line).split(" "));
    }
}
