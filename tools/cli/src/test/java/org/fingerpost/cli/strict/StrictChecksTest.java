package org.fingerpost.cli.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.binary;
import static org.fingerpost.cli.loopback.CfgFiles.binaryWithBody;
import static org.fingerpost.cli.loopback.CfgFiles.golden;
import static org.fingerpost.cli.loopback.CfgFiles.xml;
import static org.fingerpost.cli.loopback.CfgFiles.xmlFor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.loopback.CfgFiles;
import org.fingerpost.cli.loopback.Loopback;
import org.fingerpost.cli.loopback.RawLoopback;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.phone.VirtualPhone;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each trap alone: a day that is right in all else. */
class StrictChecksTest {
    private static final String OWN = "/p/cfg000b82123456";

    private final Loopback redirect = Loopback.start();
    private final Loopback config = Loopback.start();

    @BeforeEach
    void makeAGoodDay() {
        var p237 = config.hostAndPath("/p");
        redirect.serving("/gs/cfg000b82123456", redirectBinary());
        redirect.serving("/gs/cfg000b82123456.xml", xml("<P212>1</P212><P237>" + p237 + "</P237>"));
        config.serving(OWN, binary("P47=sip.example.net", "P34=hunter2%20x"));
        config.serving(OWN + ".xml", xml("<P270>a + b</P270>"));
    }

    @AfterEach
    void stop() {
        redirect.close();
        config.close();
    }

    @Test
    void goodDayHasNoFindings() {
        assertThat(findings("GXP1405")).isEmpty();
    }

    @Test
    void p1349IsFound() {
        config.serving(OWN, binary("P1349=password"));

        found("xml-password-number");
    }

    @Test
    void sealMadeWithSha256IsFound() {
        config.serving(OWN, binary("P1359=password"));
        config.serving(OWN + ".xml", golden("sealed-xml/x8_NEG_sha256_default.enc"));

        found("sealed-with-md5");
    }

    @Test
    void sealMadeWithMd5IsFine() {
        config.serving(OWN, binary("P1359=password"));
        config.serving(OWN + ".xml", golden("sealed-xml/x1_seed_example.enc"));

        found();
    }

    @Test
    void httpRedirectIsFound() {
        config.answering(OWN + ".xml", 301, Map.of("Location", "http://127.0.0.1/x"), new byte[0]);

        found("http-redirect");
    }

    @Test
    void bounceToHttpsIsFound() {
        config.answering(OWN + ".xml", 308, Map.of("Location", "HTTPS://127.0.0.1/x"), new byte[0]);

        found("http-redirect", "https-bounce");
    }

    @Test
    void answerWithoutLengthIsFound() throws IOException {
        try (var server =
                RawLoopback.sending(new byte[0], "HTTP/1.1 404 Not Found", "Connection: close")) {
            assertThat(names(StrictChecks.over(walkFrom(server.address("/gs"), "GXP1405"))))
                    .containsOnly("framing");
        }
    }

    @Test
    void chunkedAnswerIsFound() throws IOException {
        try (var server =
                RawLoopback.sending(
                        "0\r\n\r\n".getBytes(),
                        "HTTP/1.1 404 Not Found",
                        "Transfer-Encoding: chunked")) {
            assertThat(names(StrictChecks.over(walkFrom(server.address("/gs"), "GXP1405"))))
                    .containsOnly("framing");
        }
    }

    @Test
    void redirectMissingInXmlIsFound() {
        redirect.answering("/gs/cfg000b82123456.xml", 404);

        found("redirect-in-both");
    }

    @Test
    void redirectMissingInBinaryIsFound() {
        redirect.answering("/gs/cfg000b82123456", 404);

        found("redirect-in-both");
    }

    @Test
    void redirectsThatDifferAreFound() {
        redirect.serving(
                "/gs/cfg000b82123456.xml", xml("<P212>1</P212><P237>elsewhere.example.net</P237>"));

        found("redirect-in-both");
    }

    @Test
    void redirectDoorIsProbedAsAFactoryNewPhoneWould() {
        redirect.serving("/gs/cfg000b82123456", redirectBinary("P234=x-"));
        config.serving("/p/x-cfg000b82123456", binary("P47=a"));

        found();
        assertThat(redirect.asked())
                .containsExactly("/gs/cfg000b82123456", "/gs/cfg000b82123456.xml");
    }

    @Test
    void secretAtTheRedirectDoorIsFound() {
        redirect.serving("/gs/cfg000b82123456", redirectBinary("P1361=hunter2"));

        found("secret-at-redirect");
    }

    @Test
    void configServerThatIsAskedDirectlyIsNoRedirectDoor() {
        config.serving(
                OWN, binary("P34=a", "P237=" + escaped("/p/token"), "P192=" + escaped("/fw")));
        config.serving("/p/token/cfg000b82123456.xml", xml("<P47>a</P47>"));
        config.serving("/fw/gxp1405fw.bin", new byte[2]);

        assertThat(StrictChecks.over(walkFrom(config.address("/p"), "GXP1405"))).isEmpty();
    }

    @Test
    void upgradeNumbersOfOtherFamiliesAreFound() {
        config.serving(OWN, binary("P194=3"));

        assertThat(names(findings("GXP1405"))).isEmpty();
        assertThat(names(findings("GXP2000"))).containsExactly("upgrade-number");
        assertThat(names(findings("HT801V2"))).containsExactly("upgrade-number");
        config.serving(OWN, binary("P194=3", "P22296=1"));
        assertThat(names(findings("HT801V2"))).isEmpty();
        config.serving(OWN, binary("P194=7"));
        assertThat(names(findings("GXP1405"))).containsExactly("upgrade-number");
    }

    @Test
    void firmwareServerWithoutItsSchemeIsFoundOnFamiliesThatNeedIt() {
        config.serving(OWN, binary("P192=" + escaped("/fw")));

        assertThat(names(findings("GXP2160"))).containsExactly("firmware-scheme");
        assertThat(names(findings("GXP1405"))).isEmpty();
    }

    @Test
    void firmwareSchemeThatTheFamilyIgnoresIsFound() {
        config.serving(OWN, binary("P192=" + escaped("/fw"), "P6767=2"));

        assertThat(names(findings("GXP1405"))).containsExactly("firmware-scheme");
    }

    @Test
    void plusInTheBinaryIsFound() {
        config.serving(OWN, binary("P270=a+b"));

        found("plus-for-space");
    }

    @Test
    void unescapedBytesAreFound() {
        for (var value : List.of("a b", "a;b", "é", "a/b", "a:b")) {
            config.serving(OWN, binary("P270=" + value));
            found("unescaped");
        }
    }

    @Test
    void misplacedGnkeyIsFound() {
        config.serving(OWN, binaryWithBody("gnkey=0b82&P47=a"));

        found("gnkey-last");
    }

    @Test
    void oddSizeIsFound() {
        var even = binaryWithBody("P47=ab&gnkey=0b82");
        config.serving(OWN, CfgFiles.summed(Arrays.copyOf(even, even.length - 1)));

        found("even-size");
    }

    @Test
    void moreThan65535WordsAreFound() {
        // 16 bytes of header, 4 of name, 11 of gnkey with its &: the largest that fits, and one
        // more.
        config.serving(OWN, binary("P47=" + "x".repeat(131_070 - 31)));
        found();
        config.serving(OWN, binary("P47=" + "x".repeat(131_070 - 30)));
        found("word-count");
    }

    @Test
    void otherMacIsFound() {
        config.serving(OWN + ".xml", xmlFor("000b82000000", "<P47>a</P47>"));

        found("mac");
    }

    @Test
    void macInTheGenericFileIsFound() {
        config.answering(OWN + ".xml", 404).serving("/p/cfg.xml", xml("<P47>a</P47>"));

        found("mac");
    }

    @Test
    void sentencesTellNoSecret() {
        config.serving(OWN, binary("P34=hunter2+", "P1349=hunter2", "P1359=hunter2"));
        config.serving(OWN + ".xml", golden("sealed-xml/x8_NEG_sha256_default.enc"));

        assertThat(findings("GXP1405")).hasSizeGreaterThan(2);
        assertThat(findings("GXP1405").toString()).doesNotContain("hunter2");
    }

    private void found(String... checks) {
        assertThat(names(findings("GXP1405"))).containsExactly(checks);
    }

    private List<Finding> findings(String model) {
        return StrictChecks.over(walkFrom(redirect.address("/gs"), model));
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(Finding::check).toList();
    }

    private static Walk walkFrom(Address start, String model) {
        var client = new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false);
        return new VirtualPhone(Phone.of(new Mac(CfgFiles.MAC), model, "1.0"), client)
                .firstBootWithProbes(start, Map.of());
    }

    private byte[] redirectBinary(String... more) {
        var pairs = new ArrayList<>(List.of("P212=1", "P237=" + escaped("/p")));
        pairs.addAll(List.of(more));
        return binary(pairs.toArray(String[]::new));
    }

    private String escaped(String path) {
        return config.hostAndPath(path).replace(":", "%3A").replace("/", "%2F");
    }
}
