package org.fingerpost.cli.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.binary;
import static org.fingerpost.cli.loopback.CfgFiles.golden;
import static org.fingerpost.cli.loopback.CfgFiles.xml;
import static org.fingerpost.cli.loopback.CfgFiles.xmlFor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.loopback.Certificates;
import org.fingerpost.cli.loopback.CfgFiles;
import org.fingerpost.cli.loopback.Loopback;
import org.fingerpost.cli.loopback.TftpLoopback;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstDayTest {
    private static final Phone GXP2160 = Phone.of(new Mac(CfgFiles.MAC), "GXP2160", "1.0.11.39");
    private static final String OWN = "cfg000b82123456";

    private final Loopback redirect = Loopback.start();
    private final Loopback config = Loopback.start();

    @AfterEach
    void stop() {
        redirect.close();
        config.close();
    }

    @Test
    void phoneIsRedirectedConfiguredAndFetchesItsFirmware() {
        redirect.serving(
                "/gs/" + OWN,
                binary("P212=1", "P237=" + p237("/p/key"), "P192=" + p237("/fw/key"), "P6767=1"));
        config.serving("/p/key/" + OWN, binary("P47=sip.example.net"));
        config.serving("/p/key/" + OWN + ".xml", xml("<P34>hunter2</P34>", "<P47/>"));
        config.serving("/fw/key/gxp2160fw.bin", "abc".getBytes());

        var walk = walk(GXP2160);

        assertThat(walk.succeeded()).isTrue();
        assertThat(redirect.asked()).containsExactly("/gs/" + OWN);
        assertThat(config.asked())
                .containsExactly(
                        "/p/key/" + OWN, "/p/key/" + OWN + ".xml", "/fw/key/gxp2160fw.bin");
        assertThat(walk.settings()).containsEntry("P34", "hunter2").containsEntry("P47", "");
        assertThat(walk.firmware().orElseThrow().outcome())
                .isEqualTo(
                        new Outcome.Downloaded(
                                3,
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(config.userAgents())
                .containsOnly("Grandstream Model HW GXP2160 SW 1.0.11.39 DevId 000b82123456");
        assertThat(walk.toString() + walk.steps()).doesNotContain("hunter2");
    }

    @Test
    void firstDayPassesByTftpAlone() {
        try (var lan = TftpLoopback.start()) {
            lan.serving(
                            "/" + OWN,
                            binary(
                                    "P212=0",
                                    "P237=" + lan.hostAndPath("/p/key"),
                                    "P192=" + lan.hostAndPath("/fw/key"),
                                    "P6767=0"))
                    .serving("/p/key/" + OWN + ".xml", xml("<P47>sip.example.net</P47>"))
                    .serving("/fw/key/gxp2160fw.bin", new byte[5_000]);

            var walk = new VirtualPhone(GXP2160, client()).firstBoot(lan.address(""), Map.of());

            assertThat(walk.succeeded()).as(walk.troubles().toString()).isTrue();
            assertThat(walk.settings()).containsEntry("P47", "sip.example.net");
            assertThat(walk.firmware().orElseThrow().bytes()).isEqualTo(5_000);
            assertThat(lan.asked())
                    .extracting(request -> request.substring(0, request.indexOf(' ')))
                    .containsExactly(
                            "/" + OWN,
                            "/p/key/" + OWN,
                            "/p/key/" + OWN + ".xml",
                            "/fw/key/gxp2160fw.bin");
        }
    }

    @Test
    void phoneIsToldItsStepsAsTheyHappen() {
        redirect.serving("/gs/" + OWN, binary("P47=a"));
        var seen = new ArrayList<Step>();

        var walk =
                new VirtualPhone(GXP2160, client(), seen::add)
                        .firstBoot(redirect.address("/gs"), Map.of());

        assertThat(seen)
                .isEqualTo(walk.steps())
                .extracting(Step::name)
                .containsExactly(OWN, OWN + ".xml", "cfg.xml");
    }

    @Test
    void redirectByXmlAloneIsFollowed() {
        redirect.serving(
                "/gs/" + OWN + ".xml",
                xml("<P212>1</P212>", "<P237>" + p237("/p/key") + "</P237>"));
        config.serving("/p/key/" + OWN, binary("P47=a"));

        assertThat(walk(GXP2160).succeeded()).isTrue();
        assertThat(config.asked())
                .containsExactly("/p/key/" + OWN, "/p/key/" + OWN + ".xml", "/p/key/cfg.xml");
    }

    @Test
    void genericFileIsAskedOnlyIfTheOwnXmlFailed() {
        redirectTo("/p/key");
        config.serving("/p/key/" + OWN + ".xml", xml("<P47>a</P47>"));
        config.serving("/p/key/cfg.xml", xmlFor("", "<P47>generic</P47>"));

        assertThat(walk(GXP2160).settings()).containsEntry("P47", "a");
        assertThat(config.asked()).doesNotContain("/p/key/cfg.xml");
    }

    @Test
    void genericFileConfiguresAPhoneThatHasNoneOfItsOwn() {
        redirectTo("/p/key");
        config.serving("/p/key/cfg.xml", xmlFor("", "<P47>generic</P47>"));

        var walk = walk(GXP2160);

        assertThat(walk.succeeded()).isTrue();
        assertThat(walk.settings()).containsEntry("P47", "generic");
    }

    @Test
    void allFilesAreAskedIfP8467SaysSo() {
        redirectTo("/p/key");
        config.serving("/p/key/" + OWN + ".xml", xml("<P47>a</P47>", "<P8467>1</P8467>"));

        walk(GXP2160);

        assertThat(config.asked()).contains("/p/key/cfg.xml");
    }

    @Test
    void tokenThatTheConfigServerHandsOutIsUsedForTheNextRequest() {
        redirectTo("/p/key");
        config.serving("/p/key/" + OWN, binary("P47=a", "P237=" + p237("/p/key/token")));
        config.serving("/p/key/token/" + OWN + ".xml", xml("<P34>b</P34>"));
        config.serving("/p/key/token/" + OWN, binary("P47=later"));

        var walk = walk(GXP2160);

        assertThat(walk.succeeded()).isTrue();
        assertThat(config.asked()).containsExactly("/p/key/" + OWN, "/p/key/token/" + OWN + ".xml");
        var later = new VirtualPhone(GXP2160, client()).nextBoot(walk);
        assertThat(later.settings()).containsEntry("P47", "later").containsEntry("P34", "b");
        assertThat(later.steps().getFirst().folder()).isEqualTo(config.address("/p/key/token"));
    }

    @Test
    void prefixesAndPostfixesAreAddedToTheNames() {
        redirect.serving(
                "/gs/" + OWN,
                binary(
                        "P237=" + p237(""),
                        "P192=" + p237("/fw"),
                        "P234=gs_",
                        "P235=.v2",
                        "P232=a-",
                        "P233=_1"));
        config.serving("/gs_" + OWN + ".v2", binary("P47=a"));

        walk(GXP2160);

        assertThat(config.asked())
                .containsExactly(
                        "/gs_" + OWN + ".v2",
                        "/gs_" + OWN + ".xml.v2",
                        "/gs_cfg.xml.v2",
                        "/fw/a-gxp2160fw.bin_1");
    }

    @Test
    void xmlPasswordFromTheBinaryOpensTheSealedXml() {
        redirectTo("/p/key");
        config.serving("/p/key/" + OWN, binary("P1359=password"));
        config.serving("/p/key/" + OWN + ".xml", golden("sealed-xml/x1_seed_example.enc"));

        assertThat(walk(GXP2160).settings()).containsEntry("P270", "Account name");
    }

    @Test
    void familiesAskInTheirOwnOrder() {
        redirect.serving("/gs/none", new byte[] {1});

        assertThat(asked("GXP2160")).containsExactly(OWN, OWN + ".xml", "cfg.xml");
        assertThat(asked("GXP1100")).containsExactly(OWN + ".xml", OWN, "cfg.xml");
        assertThat(asked("GRP2614"))
                .containsExactly(OWN, OWN + ".xml", "cfggrp2614.xml", "cfg.xml");
        assertThat(asked("HT801V2"))
                .containsExactly(OWN + ".xml", OWN, "cfght801v2.xml", "cfg.xml");
        assertThat(asked("BT200")).containsExactly("cfg.txt", OWN);
    }

    @Test
    void credentialsAreSentWhenAskedFor() {
        redirect.serving("/gs/" + OWN, binary("P237=" + p237("/p"), "P1360=user", "P1361=pass"));
        config.answering(
                "/p/" + OWN, 200, Map.of("X-Needs", "Basic dXNlcjpwYXNz"), binary("P47=a"));

        assertThat(walk(GXP2160).settings()).containsEntry("P47", "a");
        assertThat(config.asked().subList(0, 2)).containsExactly("/p/" + OWN, "/p/" + OWN);
    }

    @Test
    void phoneFollowsToHttps(@TempDir Path folder) throws Exception {
        var certificates = Certificates.in(folder);
        try (var secure = Loopback.startSecure(certificates.server())) {
            redirect.serving(
                    "/gs/" + OWN,
                    binary("P212=2", "P237=" + secure.hostAndPath("/p").replace(":", "%3A")));
            secure.serving("/p/" + OWN, binary("P47=a"));
            var client =
                    new PhoneClient(
                            Trust.ofAuthorities(certificates.pem()), Duration.ofSeconds(20), false);

            var walk =
                    new VirtualPhone(GXP2160, client).firstBoot(redirect.address("/gs"), Map.of());

            assertThat(walk.settings()).containsEntry("P47", "a");
            assertThat(walk.succeeded()).isTrue();
        }
    }

    private List<String> asked(String model) {
        return walk(Phone.of(new Mac(CfgFiles.MAC), model, "1.0")).steps().stream()
                .map(Step::name)
                .toList();
    }

    private void redirectTo(String path) {
        redirect.serving("/gs/" + OWN, binary("P212=1", "P237=" + p237(path)));
    }

    private String p237(String path) {
        return config.hostAndPath(path);
    }

    private Walk walk(Phone phone) {
        return new VirtualPhone(phone, client()).firstBoot(redirect.address("/gs"), Map.of());
    }

    private static PhoneClient client() {
        return new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false);
    }
}
