package org.fingerpost.cli.storm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.wire.Trust;

/**
 * One service's API, with a key that is in no sentence. A service that says 503 (it has not heard
 * of the key yet) is asked again. Follows no redirect: it holds the key.
 */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int TRIES = 30;
    private static final int MOST_BYTES = 64 << 20;
    static final int NOT_FOUND = 404;

    private final String service;
    private final Address base;
    private final String key;
    private final Trust trust;

    Api(String service, Address base, String key, Trust trust) {
        this.service = service;
        this.base = base;
        this.key = key;
        this.trust = trust;
    }

    private record Answer(int status, byte[] body) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    JsonNode get(String path) {
        return good("GET", path, "", new byte[0]);
    }

    JsonNode json(String method, String path, JsonNode body) {
        return good(
                method, path, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode bytes(String method, String path, String type, byte[] body) {
        return good(method, path, type, body);
    }

    /** What is not there any more is deleted. */
    void delete(String path) {
        Answer answer = send("DELETE", path, "", new byte[0]);
        if (!answer.good() && answer.status() != NOT_FOUND) {
            throw refused("DELETE", path, answer);
        }
    }

    private JsonNode good(String method, String path, String type, byte[] body) {
        Answer answer = send(method, path, type, body);
        if (!answer.good()) {
            throw refused(method, path, answer);
        }
        return read(answer.body());
    }

    private Complaint refused(String method, String path, Answer answer) {
        String detail = read(answer.body()).path("detail").asText();
        String said = detail.isEmpty() ? "status " + answer.status() : detail;
        return new Complaint(service + " refuses " + method + " " + path + ": " + said);
    }

    private Answer send(String method, String path, String type, byte[] body) {
        try {
            Answer answer = once(method, path, type, body);
            for (int tries = 1; answer.status() == 503 && tries < TRIES; tries++) {
                Pause.of(Duration.ofSeconds(1));
                answer = once(method, path, type, body);
            }
            return answer;
        } catch (IOException silent) {
            throw new Complaint(
                    service
                            + " does not answer "
                            + method
                            + " "
                            + path
                            + ": "
                            + silent.getMessage(),
                    silent);
        }
    }

    private Answer once(String method, String path, String type, byte[] body) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection)
                        URI.create(base.url() + "/api/v1/" + path).toURL().openConnection();
        if (call instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(trust.sockets());
        }
        call.setRequestMethod(method);
        call.setInstanceFollowRedirects(false);
        call.setConnectTimeout(PATIENCE_MILLIS);
        call.setReadTimeout(PATIENCE_MILLIS);
        call.setRequestProperty("Authorization", "Bearer " + key);
        if (!type.isEmpty()) {
            call.setRequestProperty("Content-Type", type);
            call.setDoOutput(true);
            call.setFixedLengthStreamingMode(body.length);
            call.getOutputStream().write(body);
        }
        int status = call.getResponseCode();
        try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            return new Answer(status, in == null ? new byte[0] : in.readNBytes(MOST_BYTES));
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Api[" + service + "]";
    }
}
