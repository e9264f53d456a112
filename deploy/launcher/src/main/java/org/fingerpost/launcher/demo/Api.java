package org.fingerpost.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * One service's API with one caller's key; an answer that is no success ends the demo with its
 * sentence.
 */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String key;

    Api(String url, String key) {
        this.url = url;
        this.key = key;
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, "application/json", json(body));
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, "application/json", json(body));
    }

    JsonNode post(String path) {
        return send("POST", path, "application/json", BodyPublishers.noBody());
    }

    JsonNode post(String path, String contentType, BodyPublisher body) {
        return send("POST", path, contentType, body);
    }

    private JsonNode send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", contentType)
                        .method(method, body)
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new LaunchFailure(
                        method
                                + " "
                                + path
                                + " was answered with "
                                + answer.statusCode()
                                + ": "
                                + JSON.readTree(answer.body())
                                        .path("detail")
                                        .asText("no reason given"));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new LaunchFailure(url + " does not answer: is everything up? (deploy/status)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalStateException("a map is always JSON", e);
        }
    }
}
