package org.fingerpost.drills.drilled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A service's API under one key. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String url;
    private final String key;

    public Api(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** An answer; status 0 when none came. */
    public record Reply(int status, JsonNode body) {
        public boolean acknowledged() {
            return status >= 200 && status < 300;
        }

        /** The service says for certain that it did nothing. */
        public boolean refused() {
            return status >= 400 && status < 500;
        }

        public long id() {
            return body.path("id").asLong();
        }
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, Map<String, ?> body) {
        return send(json(path).POST(BodyPublishers.ofString(text(body))));
    }

    public Reply post(String path) {
        return send(json(path).POST(BodyPublishers.noBody()));
    }

    public Reply put(String path, Map<String, ?> body) {
        return send(json(path).PUT(BodyPublishers.ofString(text(body))));
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    public Reply csv(String path, String idempotencyKey, String list) {
        return send(
                request(path)
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(list)));
    }

    /** A form of files and words. */
    public Reply form(String path, Form form) {
        return send(
                request(path)
                        .header("Content-Type", form.type())
                        .POST(BodyPublishers.ofByteArray(form.body())));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode body =
                    answer.body().length == 0 ? JSON.nullNode() : JSON.readTree(answer.body());
            return new Reply(answer.statusCode(), body);
        } catch (IOException e) {
            return new Reply(0, JSON.nullNode());
        } catch (InterruptedException e) {
            throw new IllegalStateException("the drill was interrupted", e);
        }
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException("a map is always JSON", e);
        }
    }
}
