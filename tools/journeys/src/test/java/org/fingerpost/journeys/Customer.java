package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;

/**
 * A provider, as its engineers know it: an API key, a path key and the addresses of the services.
 */
final class Customer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deployment town;
    final String apiKey;
    private final long server;
    final String pathKey;

    private Customer(Deployment town, JsonNode provider) {
        this.town = town;
        this.apiKey = provider.path("apiKey").asText();
        this.pathKey = provider.path("pathKey").asText();
        this.server =
                made(
                                Http.json(
                                        "POST",
                                        town.url(PartName.REDIRECT) + "/api/v1/target-servers",
                                        apiKey,
                                        text(
                                                Map.of(
                                                        "name", "here",
                                                        "configUrl", configFolder(),
                                                        "firmwareUrl", firmwareFolder()))),
                                201)
                        .path("id")
                        .asLong();
    }

    static Customer in(Deployment town) {
        return new Customer(
                town,
                made(
                        Http.json(
                                "POST",
                                town.url(PartName.REDIRECT) + "/api/v1/providers",
                                town.operatorKey(),
                                text(
                                        Map.of(
                                                "companyName", "Example Telecom",
                                                "address", "1 Main Street",
                                                "contactEmail", "noc@example.com"))),
                        201));
    }

    /** Whether the registration and its approval were both acknowledged. */
    boolean register(String first, String last) {
        HttpResponse<byte[]> registered =
                Http.json(
                        "POST",
                        town.url(PartName.REDIRECT) + "/api/v1/ranges",
                        apiKey,
                        text(Map.of("first", first, "last", last, "targetServerId", server)));
        if (registered.statusCode() != 201) {
            return false;
        }
        String range =
                town.url(PartName.REDIRECT) + "/api/v1/ranges/" + read(registered).path("id");
        return Http.json("POST", range + "/approve", town.operatorKey(), "").statusCode() == 200;
    }

    /** The first address of each of its ranges, as the API lists them. */
    List<String> ranges() {
        String list = town.url(PartName.REDIRECT) + "/api/v1/ranges?size=1000";
        List<String> first = new ArrayList<>();
        made(Http.json("GET", list, apiKey, ""), 200)
                .forEach(range -> first.add(range.path("first").asText()));
        return first;
    }

    HttpResponse<byte[]> putDevice(String mac, Map<String, String> settings) {
        return Http.json(
                "PUT",
                town.url(PartName.CONFIG) + "/api/v1/devices/" + mac,
                apiKey,
                text(Map.of("model", "GXP2160", "settings", settings)));
    }

    /** Whoever asks for a phone's file gets it, as often as it likes. */
    void admitEverybody() {
        String admission = town.url(PartName.CONFIG) + "/api/v1/admission";
        made(Http.json("PUT", admission, apiKey, text(Map.of("mode", "open"))), 200);
    }

    /** This phone may be told its secrets by TFTP. */
    void tellByTftp(String mac) {
        String tftp = town.url(PartName.CONFIG) + "/api/v1/admission/tftp";
        String body = text(Map.of("ranges", List.of(Map.of("first", mac, "last", mac))));
        made(Http.json("PUT", tftp, apiKey, body), 200);
    }

    int deviceStatus(String mac) {
        return Http.json("GET", town.url(PartName.CONFIG) + "/api/v1/devices/" + mac, apiKey, "")
                .statusCode();
    }

    void genericSettings(Map<String, String> settings) {
        String generic = town.url(PartName.CONFIG) + "/api/v1/generic-settings";
        made(Http.json("PUT", generic, apiKey, text(Map.of("settings", settings))), 201);
    }

    /** A PIN for a phone of any model that is to be told this. */
    String pin(String number, Map<String, String> settings) {
        String batches = town.url(PartName.CONFIG) + "/api/v1/pin-batches";
        Map<String, ?> one = Map.of("number", number, "settings", settings);
        String body = text(Map.of("pins", List.of(one)));
        JsonNode batch = made(Http.json("POST", batches, apiKey, body), 201);
        return batch.path("pins").path(0).path("pin").asText();
    }

    /** A published release of one file. */
    void release(String version, String file, byte[] image) {
        publish(draft(version, file, image, Map.of()));
    }

    void publish(long release) {
        assertThat(firmware("POST", "/api/v1/releases/" + release + "/publish", "").statusCode())
                .isEqualTo(200);
    }

    /** The id of a release of one file, with what else is said of it. */
    long draft(String version, String file, byte[] image, Map<String, String> more) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(image.length + 1_000);
        part(body, "name=\"family\"", "GXP2160".getBytes(StandardCharsets.US_ASCII));
        part(body, "name=\"version\"", version.getBytes(StandardCharsets.US_ASCII));
        more.forEach((name, value) ->
                part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.US_ASCII)));
        part(body, "name=\"files\"; filename=\"" + file + "\"", image);
        body.writeBytes("--day--\r\n".getBytes(StandardCharsets.US_ASCII));
        String releases = town.url(PartName.FIRMWARE) + "/api/v1/releases";
        return made(
                        Http.body(
                                releases,
                                apiKey,
                                "multipart/form-data; boundary=day",
                                BodyPublishers.ofByteArray(body.toByteArray())),
                        201)
                .path("id")
                .asLong();
    }

    /** Asks the firmware service's control plane as this provider. */
    HttpResponse<byte[]> firmware(String method, String path, String body) {
        return Http.json(method, town.url(PartName.FIRMWARE) + path, apiKey, body);
    }

    String configFolder() {
        return town.url(PartName.CONFIG) + "/p/" + pathKey;
    }

    String firmwareFolder() {
        return town.url(PartName.FIRMWARE) + "/fw/" + pathKey;
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(
                ("--day\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonNode made(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return read(answer);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
