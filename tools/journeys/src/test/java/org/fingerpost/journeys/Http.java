package org.fingerpost.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain requests; a connection that fails is an {@link UncheckedIOException}. */
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Http() {}

    static HttpResponse<byte[]> get(String url) {
        return send(request(url).GET());
    }

    /** As a phone that names itself. */
    static HttpResponse<byte[]> get(String url, String userAgent) {
        return send(request(url).header("User-Agent", userAgent).GET());
    }

    static HttpResponse<byte[]> json(String method, String url, String key, String body) {
        return send(
                request(url)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    static HttpResponse<byte[]> body(String url, String key, String type, BodyPublisher body) {
        return send(
                request(url)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", type)
                        .POST(body));
    }

    /** A piece of an upload. */
    static HttpResponse<byte[]> piece(String url, String key, long offset, BodyPublisher body) {
        return send(
                request(url)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", Long.toString(offset))
                        .method("PATCH", body));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
