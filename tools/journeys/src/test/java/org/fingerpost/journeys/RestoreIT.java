package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine is lost with all that was on it, and comes back from its backup and its keys. */
class RestoreIT {
    private static final String BLOCK = "000b829a01";
    private static final List<String> PHONES =
            IntStream.range(0, 20).mapToObj(i -> BLOCK + String.format("%02x", i)).toList();

    @TempDir private Path folder;

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);

    @Test
    void everyFileThatWasServedIsServedAgainToTheByte() {
        provision();
        Map<String, String> before = served();

        town.backUp(folder.resolve("backup"), Optional.of(folder.resolve("keys")));
        String later = BLOCK + "ff";
        assertThat(acme.putDevice(later, Map.of("P47", "too.late")).statusCode()).isEqualTo(201);
        town.purge();
        town.restore(folder.resolve("backup"), folder.resolve("keys"));
        Town.whole();

        before.forEach((url, digest) ->
                Soon.holds(url + " is what it was", () -> digest.equals(digest(url))));
        assertThat(acme.deviceStatus(later)).as("decided after the backup").isEqualTo(404);
        // And the doors hear of what is decided from here on.
        assertThat(acme.putDevice(later, Map.of("P47", "sip.example")).statusCode()).isEqualTo(201);
        Soon.holds(
                "a new phone has its file",
                () -> status(acme.configFolder() + "/cfg" + later) == 200);
        assertThat(acme.putDevice(PHONES.getFirst(), Map.of("P47", "moved.example")).statusCode())
                .isEqualTo(200);
        String changed = acme.configFolder() + "/cfg" + PHONES.getFirst();
        Soon.holds("a change arrives", () -> !before.get(changed).equals(digest(changed)));
    }

    private void provision() {
        assertThat(acme.register(BLOCK + "00", BLOCK + "ff")).isTrue();
        acme.admitEverybody();
        for (String mac : PHONES) {
            Map<String, String> settings =
                    Map.of("P47", "sip.example", "P35", mac, "P34", "pl4nted-" + mac);
            assertThat(acme.putDevice(mac, settings).statusCode()).isEqualTo(201);
        }
        byte[] image = new byte[3_000_000];
        new Random(9).nextBytes(image);
        acme.release("1.0.12.7", "gxp2160fw.bin", image);
    }

    /** Digests by URL, once each of them is there. */
    private Map<String, String> served() {
        List<String> urls =
                PHONES.stream()
                        .flatMap(mac ->
                                List.of(
                                        town.url(PartName.REDIRECT) + "/gs/cfg" + mac,
                                        town.url(PartName.REDIRECT) + "/gs/cfg" + mac + ".xml",
                                        acme.configFolder() + "/cfg" + mac,
                                        acme.configFolder() + "/cfg" + mac + ".xml")
                                        .stream())
                        .collect(Collectors.toList());
        urls.add(acme.firmwareFolder() + "/gxp2160fw.bin");
        urls.forEach(url -> Soon.holds(url + " is there", () -> status(url) == 200));
        return new TreeMap<>(
                urls.stream().collect(Collectors.toMap(url -> url, RestoreIT::digest)));
    }

    private static int status(String url) {
        try {
            return Http.get(url).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** Empty if there is no such file now. */
    private static String digest(String url) {
        try {
            HttpResponse<byte[]> answer = Http.get(url);
            return answer.statusCode() == 200 ? sha256(answer.body()) : "";
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
