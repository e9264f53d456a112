package org.fingerpost.redirect.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.FamilyClass;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.routes.Redirection;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.RedirectKey;
import org.fingerpost.redirect.secrets.StoredSetting;
import org.fingerpost.redirect.secrets.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final MacAddress MAC = MacAddress.parse("000b82123456");
    private static final SpreadKey KEY = new SpreadKey(0x1234, 0x5678);
    private static final Asker ASKER = new Asker("GXP2160", false, false);

    private final Answers answers = new Answers(Servers.NO_KEY);

    /** Read off by hand: 102 octets are 0x33 words, which add up to 0 modulo 65536. */
    @Test
    void theBinaryIsTheseBytes() {
        byte[] bytes = answers.binary(Servers.plain(), MAC, ASKER).bytes();

        assertThat(text(bytes).substring(16))
                .isEqualTo(
                        "P212=1&P237=prov.example%3A8082%2Fp%2Fk&P6767=2&P192=fw.example%2Ff&P145=0"
                                + "&gnkey=0b82\0");
        assertThat(bytes).hasSize(102);
        assertThat(HexFormat.of().formatHex(bytes, 0, 4)).isEqualTo("00000033");
        assertThat(HexFormat.of().formatHex(bytes, 6, 16)).isEqualTo("000b821234560d0a0d0a");
        int sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        assertThat(sum & 0xffff).isZero();
    }

    @Test
    void theXmlIsThisText() {
        assertThat(text(answers.xml(Servers.plain(), MAC, ASKER).bytes()))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <gs_provision version="1">
                        <mac>000b82123456</mac>
                        <config version="1">
                        <P212>1</P212>
                        <P237>prov.example:8082/p/k</P237>
                        <P6767>2</P6767>
                        <P192>fw.example/f</P192>
                        <P145>0</P145>
                        </config>
                        </gs_provision>
                        """);
    }

    @Test
    void aFileForAnyPhoneNamesNone() {
        assertThat(text(answers.genericXml(Servers.plain(), MAC, ASKER).bytes()))
                .contains("<P237>")
                .doesNotContain("<mac>");
    }

    /** The templates against the encoders, which know nothing of templates. */
    @ParameterizedTest
    @ValueSource(strings = {"", "GXP2160", "HT801", "HT802V2", "GXP2000", "HT287"})
    void whatIsFilledInIsWhatWouldBeEncoded(String model) {
        Random random = new Random(model.hashCode());
        StoredSetting ntp = new StoredSetting.Plain(new PValue(30), "a&b=<c>&P193=é");
        for (AutoUpgrade mode : AutoUpgrade.values()) {
            // From two digits to five.
            for (int[] spread : new int[][] {{0, 0}, {1440, 0}, {1440, 720}, {43230, 43170}}) {
                TargetServer server =
                        Servers.with(new Checks(mode, spread[0], spread[1], KEY), ntp);
                for (int i = 0; i < 50; i++) {
                    MacAddress mac = new MacAddress(random.nextLong(1L << 40));
                    holds(server, mac, new Asker(model, i % 2 == 0, i % 3 == 0));
                }
            }
        }
    }

    private static void holds(TargetServer server, MacAddress mac, Asker asker) {
        Answers answers = new Answers(Servers.NO_KEY);
        PValues told =
                Redirection.of(
                        server,
                        FamilyClass.of(asker.model()),
                        asker.carries(),
                        server.instructions().checks().minutes(mac),
                        Vault.plain(server.instructions().settings()));

        assertThat(answers.binary(server, mac, asker).bytes())
                .isEqualTo(CfgBinary.encode(mac, told));
        assertThat(answers.xml(server, mac, asker).bytes())
                .isEqualTo(ProvisioningXml.write(mac, told));
        assertThat(answers.genericXml(server, mac, asker).bytes())
                .isEqualTo(ProvisioningXml.write(told));
    }

    @Test
    void theTagNamesTheBytesAndNothingElse() {
        TargetServer server = Servers.with(new Checks(AutoUpgrade.INTERVAL, 1440, 720, KEY));
        Rendered first = answers.binary(server, MAC, ASKER);

        assertThat(answers.binary(server, MAC, ASKER).etag()).isEqualTo(first.etag());
        assertThat(new Answers(Servers.NO_KEY).binary(server, MAC, ASKER).etag())
                .as("at another door")
                .isEqualTo(first.etag());
        assertThat(answers.binary(server, MAC.next(), ASKER).etag()).isNotEqualTo(first.etag());
        assertThat(answers.xml(server, MAC, ASKER).etag()).isNotEqualTo(first.etag());
        Checks rekeyed = new Checks(AutoUpgrade.INTERVAL, 1440, 720, new SpreadKey(1, 2));
        assertThat(answers.binary(Servers.with(rekeyed), MAC, ASKER).etag())
                .isNotEqualTo(first.etag());
    }

    @Test
    void aChangedTargetServerIsFollowedAtOnce() {
        answers.binary(Servers.plain(), MAC, ASKER);

        TargetServer changed = Servers.with(new Checks(AutoUpgrade.NEVER, 0, 0, KEY));

        assertThat(text(answers.binary(changed, MAC, ASKER).bytes())).contains("&P194=0&");
    }

    @Test
    void secretsAreToldOverTlsOnly(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "a5".repeat(32));
        Vault vault = new Vault(Optional.of(RedirectKey.read(file)), new SecureRandom());
        StoredSetting secret = vault.store(Setting.of("P1359", "s3cret"), 5);
        TargetServer server = Servers.with(Checks.KEEP, secret);
        Answers withKey = new Answers(vault);

        Rendered plain = withKey.binary(server, MAC, ASKER);
        Rendered secure = withKey.binary(server, MAC, new Asker("GXP2160", true, false));

        assertThat(text(secure.bytes())).contains("P1359=s3cret");
        assertThat(plain.bytes()).isEqualTo(answers.binary(Servers.plain(), MAC, ASKER).bytes());
        assertThat(secure.toString()).doesNotContain("s3cret");
        assertThat(
                        text(
                                new Answers(Servers.NO_KEY)
                                        .binary(server, MAC, new Asker("GXP2160", true, false))
                                        .bytes()))
                .as("at a door without the key")
                .contains("P237=")
                .doesNotContain("P1359");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
