package org.fingerpost.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fingerpost.cli.events.SightingsReader;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;

/** A phone that knows TFTP only is unpacked, configured and upgraded. */
class TftpDayIT {
    private static final String MAC = "000b82545401";
    private static final String LET = "000b82545403";
    private static final String WITH_PASSWORD = "000b82545402";

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);

    @Test
    void aPhoneThatKnowsTftpOnlyIsConfiguredAndUpgradedAndToldNoSecret() throws IOException {
        byte[] image = new byte[2_000_000];
        new Random(8).nextBytes(image);
        assertThat(acme.register("000b82545400", "000b825454ff")).isTrue();
        assertThat(acme.putDevice(MAC, Map.of("P47", "sip.example")).statusCode()).isEqualTo(201);
        Map<String, String> secret = Map.of("P34", "pl4nted-SIP-too", "P47", "sip.example");
        assertThat(acme.putDevice(WITH_PASSWORD, secret).statusCode()).isEqualTo(201);
        acme.release("1.0.11.40", "gxp2160fw.bin", image);
        TftpPhone phone = new TftpPhone(MAC, Town.tftpPort());
        Soon.holds(
                "the phone has a file",
                () -> text(phone, "p/" + acme.pathKey + "/cfg" + MAC).contains("P47=sip.example"));

        assertThat(read(phone, "gs/cfg" + MAC)).contains("P237=").contains(acme.pathKey);
        byte[] own = phone.get("p/" + acme.pathKey + "/cfg" + MAC).orElseThrow();
        assertThat(phone.get("cfg" + MAC)).contains(own);
        Soon.holds("firmware is there", () -> firmware(phone, "fw/" + acme.pathKey + "/"));
        assertThat(phone.get("fw/" + acme.pathKey + "/gxp2160fw.bin")).contains(image);
        assertThat(phone.get("p/" + acme.pathKey + "/gxp2160fw.bin")).contains(image);
        assertThat(phone.get("gxp2160fw.bin")).contains(image);
        assertThat(phone.get("etc/passwd")).isEmpty();

        secretsStay();
        secretsGoWhereTheProviderHasSaidSo();
        everyDoorHasSeenIt();
    }

    private void secretsStay() throws IOException {
        TftpPhone phone = new TftpPhone(WITH_PASSWORD, Town.tftpPort());
        assertThat(phone.get("p/" + acme.pathKey + "/cfg" + WITH_PASSWORD)).isEmpty();
        assertThat(phone.get("p/" + acme.pathKey + "/cfg" + WITH_PASSWORD + ".xml")).isEmpty();
        assertThat(read(phone, "cfg" + WITH_PASSWORD))
                .contains("P237=")
                .doesNotContain("pl4nted")
                .doesNotContain("P47");
        String folder = town.url(PartName.CONFIG) + "/p/" + acme.pathKey;
        assertThat(Http.get(folder + "/cfg" + WITH_PASSWORD).statusCode())
                .as("its window is still open for HTTP")
                .isEqualTo(200);
    }

    private void secretsGoWhereTheProviderHasSaidSo() throws IOException {
        Map<String, String> secret = Map.of("P34", "pl4nted-SIP-3", "P47", "sip.example");
        assertThat(acme.putDevice(LET, secret).statusCode()).isEqualTo(201);
        acme.tellByTftp(LET);
        TftpPhone phone = new TftpPhone(LET, Town.tftpPort());
        Soon.holds(
                "it has its password by TFTP, in its window",
                () -> text(phone, "cfg" + LET).contains("pl4nted-SIP-3"));
        assertThat(read(phone, "p/" + acme.pathKey + "/cfg" + LET))
                .as("the window was for one, and the gateway has kept nothing")
                .doesNotContain("pl4nted");
    }

    private void everyDoorHasSeenIt() {
        SightingsReader reader = new SightingsReader(town.kafkaBootstrapServers());
        Soon.holds(
                "redirect, config and firmware have each told of the phone",
                () ->
                        reader.of(MAC).stream()
                                        .map(SightingsReader.Seen::service)
                                        .distinct()
                                        .count()
                                == 3);
        assertThat(reader.of(MAC)).allMatch(seen -> seen.whole().contains("GXP2160"));
    }

    private static boolean firmware(TftpPhone phone, String folder) {
        try {
            return phone.get(folder + "gxp2160fw.bin").isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(TftpPhone phone, String name) throws IOException {
        Optional<byte[]> file = phone.get(name);
        return file.map(bytes -> new String(bytes, ISO_8859_1)).orElse("");
    }

    /** Nothing while nobody can answer. */
    private static String text(TftpPhone phone, String name) {
        try {
            return read(phone, name);
        } catch (IOException e) {
            return "";
        }
    }
}
