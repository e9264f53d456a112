package org.fingerpost.bench.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The redirect service's API, as one caller with a key sees it. */
record Api(HttpClient client, URI url, String key) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Api at(URI url, String key) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Api(client, url, key);
    }

    Api withKey(String other) {
        return new Api(client, url, other);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(sent(request(path).GET().build(), "GET " + path).body());
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return post(
                path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    JsonNode post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Content-Type", type).POST(body).build();
        return JSON.readTree(sent(request, "POST " + path).body());
    }

    /** Does the door have a binary for this phone? */
    boolean isRedirected(String mac) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/gs/cfg" + mac)).build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<byte[]> sent(HttpRequest request, String what)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    what + ": " + answer.statusCode() + " " + new String(answer.body()));
        }
        return answer;
    }
}
