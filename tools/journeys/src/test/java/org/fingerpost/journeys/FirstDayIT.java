package org.fingerpost.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.events.SightingsReader;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.phone.VirtualPhone;
import org.fingerpost.cli.strict.StrictChecks;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Trust;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;

/**
 * A factory-new phone is unpacked, configured and upgraded; and nobody else learns what it was
 * told.
 */
class FirstDayIT {
    private static final String MAC = "000b82123456";
    private static final String PASSWORD = "pl4nted-SIP-pa55word/&<>";

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);

    @Test
    void aPhoneFromTheCartonIsConfiguredUpgradedAndRemembered() throws Exception {
        Map<String, String> settings = sevenHundredSettings();
        byte[] image = new byte[20_000_000];
        new Random(7).nextBytes(image);
        assertThat(acme.register("00:0B:82:12:34:00", "000b821234ff")).isTrue();
        assertThat(acme.putDevice(MAC, settings).statusCode()).isEqualTo(201);
        acme.release("1.0.11.39", "gxp2160fw.bin", image);

        VirtualPhone phone =
                new VirtualPhone(
                        Phone.of(new Mac(MAC), "GXP2160", "1.0.9.1"),
                        new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false));
        Soon.holds(
                "the phone is redirected",
                () -> Http.get(door("/gs/cfg" + MAC)).statusCode() == 200);
        Walk day = phone.firstBootWithProbes(Address.ofUrl(door("/gs")), Map.of());

        assertThat(day.troubles()).isEmpty();
        assertThat(day.succeeded()).isTrue();
        assertThat(day.settings()).containsAllEntriesOf(settings);
        assertThat(StrictChecks.over(day)).isEmpty();
        assertThat(day.firmware().orElseThrow().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Downloaded.class,
                        file -> assertThat(file.sha256()).isEqualTo(sha256(image)));

        String token = token(day.settings().get("P237"));
        assertThat(token).matches("[a-z2-7]{24}").isNotEqualTo(acme.pathKey);
        Walk nextDay = phone.nextBoot(day);
        assertThat(nextDay.succeeded()).isTrue();
        assertThat(nextDay.steps().getFirst().address().url()).contains("/" + token + "/");
        assertThat(nextDay.steps().getFirst().learned()).isNotEmpty();

        everyStepIsAnEvent(token);
        whoeverKnowsOnlyTheMacGetsNoSecret(token);
        noFileOfTheTownHoldsTheSecrets(token);
    }

    private void everyStepIsAnEvent(String token) {
        SightingsReader reader = new SightingsReader(town.kafkaBootstrapServers());
        Soon.holds(
                "redirect, config and firmware have each told of the phone",
                () ->
                        reader.of(MAC).stream()
                                        .map(SightingsReader.Seen::service)
                                        .distinct()
                                        .count()
                                == 3);
        assertThat(reader.of(MAC))
                .extracting(SightingsReader.Seen::outcome)
                .contains("redirected", "served");
        assertThat(reader.of(MAC)).noneMatch(seen -> seen.whole().contains(token));
    }

    private void whoeverKnowsOnlyTheMacGetsNoSecret(String token) {
        String wrong = "a".repeat(token.length());
        List<String> names =
                List.of(
                        "cfg" + MAC,
                        "cfg" + MAC + ".bin",
                        "cfg" + MAC + ".xml",
                        "CFG000B82123456.XML",
                        "cfg00-0b-82-12-34-56",
                        "cfg.xml");
        List<String> folders =
                List.of(
                        "",
                        "/" + wrong,
                        "/x/y",
                        "/" + token.substring(1),
                        "/" + token.toUpperCase() + "x",
                        "//",
                        "/%00");
        for (String folder : folders) {
            for (String name : names) {
                var answer = Http.get(acme.configFolder() + folder + "/" + name);
                assertThat(answer.statusCode()).as("%s/%s", folder, name).isEqualTo(404);
                assertThat(answer.body()).isEmpty();
            }
        }
        assertThat(new String(Http.get(door("/gs/cfg" + MAC + ".xml")).body(), UTF_8))
                .doesNotContain(token)
                .doesNotContain("pl4nted");
    }

    /** The database's files, Kafka's logs, every door's disk and every log file. */
    private static void noFileOfTheTownHoldsTheSecrets(String token) throws IOException {
        try (Stream<Path> files = Files.walk(Town.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = readIfStillThere(file);
                assertThat(holds(content, "pl4nted-SIP")).as("the password in %s", file).isFalse();
                assertThat(holds(content, token)).as("the token in %s", file).isFalse();
            }
        }
    }

    private static byte[] readIfStillThere(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0]; // compacted away meanwhile
        }
    }

    private static boolean holds(byte[] content, String secret) {
        byte[] wanted = secret.getBytes(UTF_8);
        outer:
        for (int at = 0; at <= content.length - wanted.length; at++) {
            for (int i = 0; i < wanted.length; i++) {
                if (content[at + i] != wanted[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    private String door(String path) {
        return town.url(PartName.REDIRECT) + path;
    }

    private static String token(String configServer) {
        return configServer.substring(configServer.lastIndexOf('/') + 1);
    }

    private static Map<String, String> sevenHundredSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("P47", "sip.example.com:5060");
        settings.put("P35", "2001");
        settings.put("P34", PASSWORD);
        settings.put("P270", "Büro & Empfang <1> \"q\" 'a' + 100% = ja");
        for (int number = 60_000; settings.size() < 700; number++) {
            settings.put("P" + number, "value " + number);
        }
        return settings;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
