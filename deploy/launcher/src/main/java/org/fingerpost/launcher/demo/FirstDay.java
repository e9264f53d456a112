package org.fingerpost.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Consumer;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;

/**
 * What a provider does before its first phone is unpacked; every call is one that a provider could
 * make itself.
 */
public final class FirstDay {
    private static final int FIRMWARE_BYTES = 20_000_000;
    private static final String BOUNDARY = "fingerpost-demo-boundary";

    private final Deployment deployment;
    private final Consumer<String> say;
    private final SecureRandom random = new SecureRandom();

    public FirstDay(Deployment deployment, Consumer<String> say) {
        this.deployment = deployment;
        this.say = say;
    }

    /** Registers everything for one new phone and returns the phone's MAC address. */
    public String prepare() {
        // A block of 256 addresses that no earlier demo has taken.
        String block = String.format("000b82%04x", random.nextInt(0x1_0000));
        String mac = block + String.format("%02x", random.nextInt(0x100));
        Api operator = new Api(deployment.url(PartName.REDIRECT), deployment.operatorKey());
        JsonNode provider =
                operator.post(
                        "/api/v1/providers",
                        Map.of(
                                "companyName", "Example Telecom",
                                "address", "1 Main Street",
                                "contactEmail", "noc@example.com"));
        String pathKey = provider.path("pathKey").asText();
        String key = provider.path("apiKey").asText();
        say.accept(
                "1. provider "
                        + provider.path("id")
                        + " is registered; its path key is "
                        + pathKey);

        Api redirect = new Api(deployment.url(PartName.REDIRECT), key);
        JsonNode server =
                redirect.post(
                        "/api/v1/target-servers",
                        Map.of(
                                "name", "this machine",
                                "configUrl", deployment.url(PartName.CONFIG) + "/p/" + pathKey,
                                "firmwareUrl",
                                        deployment.url(PartName.FIRMWARE) + "/fw/" + pathKey));
        say.accept("2. its phones go to " + server.path("configUrl").asText());

        JsonNode range =
                redirect.post(
                        "/api/v1/ranges",
                        Map.of(
                                "first", block + "00",
                                "last", block + "ff",
                                "targetServerId", server.path("id").asLong()));
        operator.post("/api/v1/ranges/" + range.path("id") + "/approve");
        say.accept("3. the range " + block + "00.." + block + "ff is registered and approved");

        new Api(deployment.url(PartName.CONFIG), key)
                .put(
                        "/api/v1/devices/" + mac,
                        Map.of(
                                "model",
                                SampleDevice.MODEL,
                                "settings",
                                SampleDevice.settings(random)));
        say.accept(
                "4. the phone "
                        + mac
                        + " has "
                        + SampleDevice.SETTINGS
                        + " settings, a SIP password among them");

        Api firmware = new Api(deployment.url(PartName.FIRMWARE), key);
        JsonNode release =
                firmware.post(
                        "/api/v1/releases",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        BodyPublishers.ofByteArray(multipart()));
        firmware.post("/api/v1/releases/" + release.path("id") + "/publish");
        say.accept("5. firmware " + release.path("version").asText() + " of 20 MB is published");
        return mac;
    }

    /** A release of one file, as any HTTP client would send it. */
    private byte[] multipart() {
        byte[] image = new byte[FIRMWARE_BYTES];
        random.nextBytes(image);
        ByteArrayOutputStream body = new ByteArrayOutputStream(FIRMWARE_BYTES + 1_000);
        part(body, "name=\"family\"", SampleDevice.MODEL.getBytes(StandardCharsets.US_ASCII));
        part(body, "name=\"version\"", "1.0.11.39".getBytes(StandardCharsets.US_ASCII));
        part(
                body,
                "name=\"files\"; filename=\"gxp2160fw.bin\"\r\n"
                        + "Content-Type: application/octet-stream",
                image);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
