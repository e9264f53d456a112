package org.fingerpost.cli.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.binary;
import static org.fingerpost.cli.loopback.CfgFiles.xmlFor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.fingerpost.cli.Ran;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.loopback.CfgFiles;
import org.fingerpost.cli.loopback.Loopback;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.phone.VirtualPhone;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's two-phase process, played by the virtual phone. */
class SecondPhaseTest {
    private static final String OWN = "cfg" + CfgFiles.MAC;
    private static final String CLAIMS = "/api/v1/claims";
    private static final Phone GXP2160 = Phone.of(new Mac(CfgFiles.MAC), "GXP2160", "1.0.11.39");

    private final Loopback redirect = Loopback.start();
    private final Loopback config = Loopback.start();

    @TempDir private Path folder;

    @BeforeEach
    void serve() {
        redirect.serving(
                "/gs/" + OWN, binary("P212=1", "P237=" + config.hostAndPath("/p/key"), "P194=0"));
        config.serving("/p/key/cfg.xml", xmlFor("", "<P47>centre.example</P47>"));
    }

    @AfterEach
    void stop() {
        redirect.close();
        config.close();
    }

    @Test
    void aClaimedPhoneAsksAgainAndHasItsOwnFile() throws Exception {
        config.answering(CLAIMS, 201, Map.of(), "{\"mac\":\"000b82123456\"}".getBytes());
        var first = first();
        config.serving("/p/key/" + OWN, binary("P34=hunter2"));
        config.serving("/p/key/" + OWN + ".xml", xmlFor("", "<P47>sip.example.net</P47>"));

        var done = second("2718-2818").after(first);

        assertThat(done.said().claimed()).isTrue();
        assertThat(done.walk().succeeded()).isTrue();
        assertThat(done.walk().settings())
                .containsEntry("P47", "sip.example.net")
                .containsEntry("P34", "hunter2");
        assertThat(done.walk().steps()).startsWith(first.steps().toArray(Step[]::new));
        var claim = new ObjectMapper().readTree(config.posted().getFirst());
        assertThat(claim.path("mac").asText()).isEqualTo(CfgFiles.MAC);
        assertThat(claim.path("model").asText()).isEqualTo("GXP2160");
        assertThat(claim.path("pin").asText()).isEqualTo("2718-2818");
        assertThat(claim.path("number").asText()).isEqualTo("2001");
        assertThat(claim.path("caller").asText()).contains(CfgFiles.MAC);
        assertThat(centre("2718").toString()).doesNotContain("2718", "fp_0_key");
    }

    @Test
    void aRefusedPhoneKeepsTheGenericFileAndIsToldWhy() {
        config.answering(CLAIMS, 422, Map.of(), "{\"detail\":\"no such PIN\"}".getBytes());

        var done = second("31415926").after(first());

        assertThat(done.walk().succeeded()).isFalse();
        assertThat(done.walk().troubles())
                .containsExactly("the phone was not claimed: no such PIN");
        assertThat(done.walk().settings()).containsEntry("P47", "centre.example");
    }

    @Test
    void aPhoneWhoseOwnFileDoesNotComeIsNotConfiguredByTheGenericOne() {
        config.answering(CLAIMS, 201);

        var done = second("27182818").after(first());

        assertThat(done.walk().succeeded()).isFalse();
        assertThat(done.walk().troubles()).hasSize(1);
    }

    @Test
    void aPhoneWithoutAGenericFileCallsNobody() {
        config.answering("/p/key/cfg.xml", 404);

        var done = second("27182818").after(first());

        assertThat(done.walk().succeeded()).isFalse();
        assertThat(config.asked()).doesNotContain(CLAIMS);
    }

    @Test
    void theCommandPlaysBothPhases() throws IOException {
        config.answering(CLAIMS, 201);
        config.serving("/p/key/" + OWN + ".xml", xmlFor(CfgFiles.MAC, "<P34>hunter2</P34>"));
        Path key = Files.writeString(folder.resolve("key"), "fp_0_secret\n");

        var ran = command("--pin", "27182818", "--api-key-file", key.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.text())
                .contains("the provisioning centre takes the call", "POST ", CLAIMS, "201")
                .doesNotContain("27182818", "fp_0_secret", "hunter2");
        assertThat(command("--pin", "1").exit()).isEqualTo(2);
        assertThat(command("--pin", "1", "--api-key-file", "/no/such/file").exit()).isEqualTo(2);
    }

    private Ran command(String... more) {
        var all =
                new String[] {
                    "phone",
                    "--mac",
                    CfgFiles.MAC,
                    "--model",
                    "GXP2160",
                    "--redirect",
                    redirect.address("/gs").url(),
                    "--claim",
                    config.address("").url()
                };
        var arguments = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return Ran.with(arguments);
    }

    private Walk first() {
        return new VirtualPhone(GXP2160, client()).firstBoot(redirect.address("/gs"), Map.of());
    }

    private SecondPhase second(String pin) {
        return new SecondPhase(new VirtualPhone(GXP2160, client()), centre(pin), Duration.ZERO);
    }

    private ProvisioningCentre centre(String pin) {
        return new ProvisioningCentre(client(), config.address(""), "fp_0_key", pin, "2001");
    }

    private static PhoneClient client() {
        return new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false);
    }
}
