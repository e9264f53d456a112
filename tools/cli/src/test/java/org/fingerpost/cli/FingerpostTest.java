package org.fingerpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.binary;
import static org.fingerpost.cli.loopback.CfgFiles.xml;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fingerpost.cli.loopback.Loopback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerpostTest {
    private static final String OWN = "cfg000b82123456";
    private static final String TOKEN = "t0kent0kent0ken";

    private final Loopback redirect = Loopback.start();
    private final Loopback config = Loopback.start();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeAGoodDay() {
        redirect.serving(
                "/gs/" + OWN,
                binary(
                        "P212=1",
                        "P237=" + config.hostAndPath("/p/key"),
                        "P192=" + config.hostAndPath("/fw/key")));
        config.serving(
                "/p/key/" + OWN,
                binary(
                        "P47=sip.example.net",
                        "P34=hunter2",
                        "P237=" + config.hostAndPath("/p/key/" + TOKEN)));
        config.serving("/p/key/" + TOKEN + "/" + OWN + ".xml", xml("<P270>Reception</P270>"));
        config.serving("/fw/key/gxp2160fw.bin", new byte[100_000]);
    }

    @AfterEach
    void stop() {
        redirect.close();
        config.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "phone --help", "--version", "phone -h", "help", "help cfg"})
    void helpIsNoFailure(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("fingerpost");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpHasExamples() {
        run("phone", "--help");

        assertThat(out.toString())
                .contains("Examples:", "--redirect http://127.0.0.1:8081/gs", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fax",
                "phone",
                "phone --mac 000b82123456 --model GXP2160",
                "phone --mac 000b8212345 --model GXP2160 --redirect http://127.0.0.1:1/gs",
                "phone --mac 000b82123456 --model GXP/2160 --redirect http://127.0.0.1:1/gs",
                "phone --mac 000b82123456 --model GXP2160 --redirect 127.0.0.1:1/gs",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://u@127.0.0.1:1/gs",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs --order"
                        + " random",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs"
                        + " --timeout 0",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs"
                        + " --timeout soon",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs"
                        + " --start-with Q1=a",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs"
                        + " --start-with P1",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs --ca"
                        + " /no/such/file",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs --ca a"
                        + " --insecure",
                "phone --mac 000b82123456 --model GXP2160 --redirect http://127.0.0.1:1/gs"
                        + " --colour",
            })
    void wrongUsageIsTwoWithOneSentenceAndNoWalk(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("fingerpost")
                .contains("See fingerpost")
                .doesNotContain("\tat ");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xml open --pasword=hunter2",
                "xml open --pasword=hunt'er=2",
                "xml --password=hunter2 open",
                "--password=hunter2 xml open"
            })
    void valueOfAMistypedOptionIsNotSaid(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("--pas").doesNotContain("hunt").doesNotContain("er=2");
    }

    @Test
    void goodDayIsPrintedStepByStep() {
        assertThat(phone()).isZero();

        assertThat(out.toString())
                .contains(
                        " 1  GET " + redirect.address("/gs/" + OWN).url(),
                        " 2  GET " + config.address("/p/key/" + OWN).url(),
                        " 3  GET " + config.address("/p/key/").url() + "/t0ke…/" + OWN + ".xml",
                        " 4  GET " + config.address("/fw/key/gxp2160fw.bin").url(),
                        "3 values: P212=1  P237=" + config.hostAndPath("/p/key"),
                        "sha256 ",
                        "configured");
    }

    @Test
    void secretsAreMaskedUnlessAskedFor() {
        phone();
        phone("--json");
        assertThat(out.toString()).doesNotContain("hunter2").doesNotContain(TOKEN);

        phone("--json", "--show-secrets");
        assertThat(out.toString()).contains("hunter2").contains(TOKEN);
    }

    @Test
    void jsonIsOneObjectAndNothingElse() throws Exception {
        assertThat(phone("--json")).isZero();

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("mac").asText()).isEqualTo("000b82123456");
        assertThat(json.get("model").asText()).isEqualTo("GXP2160");
        assertThat(json.get("configured").asBoolean()).isTrue();
        assertThat(json.get("problems")).isEmpty();
        assertThat(json.get("steps")).hasSize(4);
        var first = json.get("steps").get(0);
        assertThat(first.get("name").asText()).isEqualTo(OWN);
        assertThat(first.get("status").asInt()).isEqualTo(200);
        assertThat(first.get("bytes").asInt()).isPositive();
        assertThat(first.get("millis").isIntegralNumber()).isTrue();
        assertThat(first.get("learned").get("values").asInt()).isEqualTo(3);
        assertThat(first.get("learned").get("P237").asText())
                .isEqualTo(config.hostAndPath("/p/key"));
        assertThat(first.get("problems")).isEmpty();
        assertThat(json.get("settings").get("P47").asText()).isEqualTo("sip.example.net");
        assertThat(json.get("settings").get("P34").asText()).isEqualTo("****");
        assertThat(json.get("firmware").get("bytes").asInt()).isEqualTo(100_000);
        assertThat(json.get("firmware").get("sha256").asText()).hasSize(64);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void phoneLeftWithoutIsOneAndTheReasonIsTold() throws Exception {
        redirect.answering("/gs/" + OWN, 404);

        assertThat(phone()).isEqualTo(1);
        assertThat(out.toString()).contains("no such file, next", "NOT CONFIGURED");

        out.getBuffer().setLength(0);
        assertThat(phone("--json")).isEqualTo(1);
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("configured").asBoolean()).isFalse();
        assertThat(json.get("problems")).hasSize(1);
        assertThat(json.has("firmware")).isFalse();
    }

    @Test
    void strictFailsWhereThePhoneGotThrough() throws Exception {
        assertThat(phone()).isZero();
        assertThat(phone("--strict")).isEqualTo(1);
        assertThat(out.toString()).contains("strict: the redirect door", "asked for --strict only");

        out.getBuffer().setLength(0);
        assertThat(phone("--strict", "--json")).isEqualTo(1);
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("configured").asBoolean()).isTrue();
        assertThat(json.get("problems").toString()).contains("redirect-in-both");
    }

    @Test
    void knownValuesOrderAndFirmwareFileAreTheCallers() {
        assertThat(
                        phone(
                                "--firmware-file",
                                "other.bin",
                                "--order",
                                "xml-first",
                                "--start-with",
                                "P234=x-"))
                .isEqualTo(1);

        assertThat(redirect.asked())
                .containsExactly("/gs/x-" + OWN + ".xml", "/gs/x-" + OWN, "/gs/x-cfg.xml");
    }

    private int phone(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of("phone", "--mac", "00:0B:82:12:34:56", "--model", "GXP2160"));
        arguments.addAll(List.of("--redirect", redirect.address("/gs").url()));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Fingerpost.commandLine(Ran.nothing(), arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
