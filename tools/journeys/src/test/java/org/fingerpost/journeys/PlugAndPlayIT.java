package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fingerpost.cli.Fingerpost;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;

/** A phone that has nothing but its LAN is led by a NOTIFY to all that is meant for it. */
class PlugAndPlayIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAC = "000b82505001";
    private static final String STRANGER = "001122505001";

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);

    @Test
    void aPhoneThatAsksItsLanIsRedirectedConfiguredAndUpgraded() throws Exception {
        byte[] image = new byte[300_000];
        new Random(9).nextBytes(image);
        assertThat(acme.register("000b82505000", "000b825050ff")).isTrue();
        Map<String, String> settings = Map.of("P47", "sip.example", "P34", "s3cret");
        assertThat(acme.putDevice(MAC, settings).statusCode()).isEqualTo(201);
        acme.release("1.0.11.41", "gxp2160fw.bin", image);
        Soon.holds(
                "the phone is redirected, and its firmware is there",
                () ->
                        Http.get(town.url(PartName.REDIRECT) + "/gs/cfg" + MAC).statusCode() == 200
                                && Http.get(acme.firmwareFolder() + "/gxp2160fw.bin").statusCode()
                                        == 200);

        JsonNode day = JSON.readTree(phone(MAC, 0));

        assertThat(day.at("/lan/notify").asText()).isEqualTo(Town.plugAndPlayFolder());
        assertThat(day.at("/problems")).isEmpty();
        JsonNode redirect = day.at("/steps/0");
        assertThat(redirect.path("url").asText())
                .startsWith(Town.plugAndPlayFolder() + "cfg" + MAC);
        assertThat(redirect.at("/learned/P237").asText()).endsWith("/p/" + acme.pathKey);
        assertThat(day.at("/settings/P47").asText()).isEqualTo("sip.example");
        assertThat(day.at("/settings/P34").asText()).isEqualTo("s3cret");
        assertThat(day.at("/firmware/bytes").asInt()).isEqualTo(image.length);
    }

    @Test
    void aPhoneOfAnotherMakeIsToldNothing() throws Exception {
        assertThat(phone(STRANGER, 1)).contains("nobody answers by plug and play");
    }

    /** What the virtual phone says, which shares no class with the gateway. */
    private String phone(String mac, int exit) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(System.getProperty("java.home") + "/bin/java");
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.addAll(List.of(Fingerpost.class.getName(), "phone", "--json", "--show-secrets"));
        line.addAll(List.of("--mac", mac, "--model", "GXP2160", "--timeout", "4"));
        line.addAll(List.of("--plug-and-play", Town.plugAndPlay()));
        Process phone = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(phone.getInputStream().readAllBytes());
        assertThat(phone.waitFor()).as(said).isEqualTo(exit);
        return said;
    }
}
