package org.fingerpost.cli.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.binary;
import static org.fingerpost.cli.loopback.CfgFiles.golden;
import static org.fingerpost.cli.loopback.CfgFiles.xml;
import static org.fingerpost.cli.loopback.CfgFiles.xmlFor;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.fingerpost.cli.address.Address;
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

/** Days that end badly: nothing a server does may look like a configured phone. */
class LeftWithoutTest {
    private static final String OWN = "cfg000b82123456";

    private final Loopback redirect = Loopback.start();
    private final Loopback config = Loopback.start();

    @AfterEach
    void stop() {
        redirect.close();
        config.close();
    }

    @Test
    void unknownPhoneIsNotConfigured() {
        leftWithout("no file for this phone");
    }

    @Test
    void redirectAloneIsNoConfiguration() {
        redirectTo(config.hostAndPath("/p/key"));

        leftWithout("no file for this phone at " + config.address("/p/key").veiled());
    }

    @Test
    void fileWithoutSettingsIsNoConfiguration() {
        redirect.serving("/gs/" + OWN, binary());

        leftWithout("no file at");
    }

    @Test
    void busyServerLeavesThePhoneWaiting() {
        redirectTo(config.hostAndPath("/p"));
        config.answering("/p/" + OWN, 503)
                .answering("/p/" + OWN + ".xml", 503)
                .answering("/p/cfg.xml", 503);

        var walk = leftWithout("busy");
        assertThat(walk.steps().getLast().problems())
                .singleElement()
                .asString()
                .contains("come back later");
    }

    @Test
    void httpRedirectIsNotFollowed() {
        redirect.answering(
                "/gs/" + OWN,
                302,
                Map.of("Location", config.address("/" + OWN).url()),
                new byte[0]);
        config.serving("/" + OWN, binary("P47=a"));

        var walk = leftWithout("no file at");
        assertThat(walk.steps().getFirst().problems()).singleElement().asString().contains("302");
        assertThat(config.asked()).isEmpty();
    }

    @Test
    void twoServersThatPointAtEachOtherAreFoundOut() {
        redirectTo(config.hostAndPath("/p"));
        config.serving("/p/" + OWN, binary("P47=a", "P237=" + redirect.hostAndPath("/gs")));

        var walk = leftWithout("in circles");
        assertThat(walk.steps()).hasSize(2);
    }

    @Test
    void endlessChainIsFoundOut() {
        redirectTo(config.hostAndPath("/0"));
        for (var i = 0; i < 20; i++) {
            var here = i % 2 == 0 ? config : redirect;
            var next = i % 2 == 0 ? redirect : config;
            here.serving("/" + i + "/" + OWN, binary("P237=" + next.hostAndPath("/" + (i + 1))));
        }

        var walk = leftWithout("in circles");
        assertThat(walk.steps()).hasSize(9);
    }

    @Test
    void wrongChecksumLeavesThePhoneWithout() {
        var file = binary("P47=a");
        file[4]++;
        redirect.serving("/gs/" + OWN, file);

        assertThat(leftWithout("no file at").steps().getFirst().problems())
                .containsExactly("the file has a wrong checksum");
    }

    @Test
    void otherPhonesXmlLeavesThePhoneWithout() {
        redirect.serving("/gs/" + OWN + ".xml", xmlFor("000b82123457", "<P47>a</P47>"));

        assertThat(leftWithout("no file at").settings()).doesNotContainKey("P47");
    }

    @Test
    void fileSealedWithSha256LeavesThePhoneWithout() {
        redirect.serving("/gs/" + OWN + ".xml", golden("sealed-xml/x8_NEG_sha256_default.enc"));

        var walk = walkFrom(redirect.address("/gs"), Map.of("P1359", "password"));

        assertThat(walk.configured()).isFalse();
        assertThat(walk.steps().get(1).problems()).singleElement().asString().contains("SHA-256");
    }

    @Test
    void schemeThatThePhoneDoesNotSpeakCannotBeFollowed() {
        redirect.serving("/gs/" + OWN, binary("P212=3", "P237=ftp.example.net"));

        leftWithout("a scheme this phone does not speak (P212)");
    }

    @Test
    void addressWithASchemeCannotBeFollowed() {
        redirect.serving("/gs/" + OWN + ".xml", xml("<P237>http://prov.example.net/gs</P237>"));

        leftWithout("has a scheme in it");
    }

    @Test
    void strandedPhoneStaysStrandedAtTheNextBoot() {
        redirect.serving("/gs/" + OWN, binary("P212=3"));
        var phone = phone();

        var next = phone.nextBoot(phone.firstBoot(redirect.address("/gs"), Map.of()));

        assertThat(next.configured()).isFalse();
        assertThat(next.steps()).isEmpty();
    }

    @Test
    void chunkedFileLeavesThePhoneWithout() throws IOException {
        var file = binary("P47=a");
        var chunk = new byte[file.length + 2 + 2 + 5];
        System.arraycopy("%x\r\n".formatted(file.length).getBytes(), 0, chunk, 0, 4);
        System.arraycopy(file, 0, chunk, 4, file.length);
        try (var server =
                RawLoopback.sending(chunk, "HTTP/1.1 200 OK", "Transfer-Encoding: chunked")) {
            var walk = walkFrom(server.address("/gs"), Map.of());

            assertThat(walk.configured()).isFalse();
            assertThat(walk.steps().getFirst().problems())
                    .singleElement()
                    .asString()
                    .contains("chunked");
        }
    }

    @Test
    void fileWithoutLengthLeavesThePhoneWithout() throws IOException {
        try (var server =
                RawLoopback.sending(binary("P47=a"), "HTTP/1.1 200 OK", "Connection: close")) {
            var walk = walkFrom(server.address("/gs"), Map.of());

            assertThat(walk.configured()).isFalse();
            assertThat(walk.steps().getFirst().problems())
                    .singleElement()
                    .asString()
                    .contains("Content-Length");
        }
    }

    @Test
    void hugeFileLeavesThePhoneWithout() throws IOException {
        try (var server =
                RawLoopback.sending(
                        new byte[0], "HTTP/1.1 200 OK", "Content-Length: 99999999999")) {
            assertThat(walkFrom(server.address("/gs"), Map.of()).configured()).isFalse();
        }
    }

    private Walk leftWithout(String reason) {
        var walk = walkFrom(redirect.address("/gs"), Map.of());
        assertThat(walk.configured()).isFalse();
        assertThat(walk.succeeded()).isFalse();
        assertThat(walk.troubles()).singleElement().asString().contains(reason);
        return walk;
    }

    private void redirectTo(String hostAndPath) {
        redirect.serving("/gs/" + OWN, binary("P212=1", "P237=" + hostAndPath));
    }

    private static Walk walkFrom(Address start, Map<String, String> known) {
        return phone().firstBoot(start, known);
    }

    private static VirtualPhone phone() {
        var client = new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false);
        return new VirtualPhone(Phone.of(new Mac(CfgFiles.MAC), "GXP2160", "1.0.11.39"), client);
    }
}
