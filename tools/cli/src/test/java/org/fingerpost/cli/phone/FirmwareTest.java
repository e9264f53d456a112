package org.fingerpost.cli.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.binary;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.loopback.CfgFiles;
import org.fingerpost.cli.loopback.Loopback;
import org.fingerpost.cli.loopback.RawLoopback;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirmwareTest {
    private static final String OWN = "/cfg000b82123456";

    private final Loopback server = Loopback.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void missingFirmwareFileIsNoTrouble() {
        server.serving(OWN, binary("P47=a", "P192=" + server.hostAndPath("/fw")));

        var walk = walk("GXP1405");

        assertThat(walk.succeeded()).isTrue();
        assertThat(walk.firmware()).isEmpty();
        assertThat(server.asked()).endsWith("/fw/gxp1405fw.bin");
    }

    @Test
    void withoutP192NoFirmwareIsAskedFor() {
        server.serving(OWN, binary("P47=a"));

        assertThat(walk("GXP1405").succeeded()).isTrue();
        assertThat(server.asked()).noneMatch(path -> path.endsWith(".bin"));
    }

    @Test
    void firmwareThatBreaksOffIsTroubleButThePhoneIsConfigured() throws IOException {
        try (var broken =
                RawLoopback.sending(
                        new byte[10],
                        "HTTP/1.1 200 OK",
                        "Content-Length: 11",
                        "Connection: close")) {
            server.serving(OWN, binary("P47=a", "P192=" + broken.address("/fw").hostAndPath()));

            var walk = walk("GXP1405");

            assertThat(walk.configured()).isTrue();
            assertThat(walk.succeeded()).isFalse();
            assertThat(walk.troubles()).singleElement().asString().contains("shorter");
        }
    }

    @Test
    void schemeIsP6767WhereTheFamilyHasItAndP212Elsewhere() {
        server.serving(OWN, binary("P47=a", "P6767=2", "P192=" + server.hostAndPath("/fw")));

        assertThat(walk("GXP2160").troubles())
                .as("there is no HTTPS at that port")
                .singleElement()
                .asString()
                .contains("the firmware did not arrive");
        assertThat(walk("GXP1405").succeeded()).isTrue();
    }

    @Test
    void firmwareIsNotAskedForIfP238SaysSo() {
        server.serving(OWN, binary("P238=2", "P192=" + server.hostAndPath("/fw")));
        walk("GXP1405");
        server.serving(OWN, binary("P238=1", "P192=" + server.hostAndPath("/fw")));
        walk("GXP1405");
        assertThat(server.asked()).noneMatch(path -> path.endsWith(".bin"));

        server.serving(OWN, binary("P238=1", "P232=new-", "P192=" + server.hostAndPath("/fw")));
        walk("GXP1405");
        assertThat(server.asked()).endsWith("/fw/new-gxp1405fw.bin");
    }

    @Test
    void twinModelsShareAnImage() {
        assertThat(Phone.of(new Mac(CfgFiles.MAC), "HT802V2", "1").firmwareFile())
                .isEqualTo("ht80xv2fw.bin");
    }

    private Walk walk(String model) {
        var client = new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false);
        return new VirtualPhone(Phone.of(new Mac(CfgFiles.MAC), model, "1.0"), client)
                .firstBoot(server.address(""), Map.of());
    }
}
