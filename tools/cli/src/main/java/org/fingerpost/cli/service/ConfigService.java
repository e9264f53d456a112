package org.fingerpost.cli.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.HttpsURLConnection;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.cli.wire.Trust;

/** Asks the config service, as the owner of the API key. Follows no redirect: it holds the key. */
public final class ConfigService {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** An archive of a hundred thousand phones is finished before its first byte comes. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(20);

    /** No page of devices comes near it. */
    private static final int MOST_BYTES = 64 << 20;

    private final Address base;
    private final String apiKey;
    private final Trust trust;

    ConfigService(Address base, String apiKey, Trust trust) {
        this.base = base;
        this.apiKey = apiKey;
        this.trust = trust;
    }

    /**
     * @param path below the service's address, with its query
     * @throws RefusedException if the answer is no success, or there is none
     */
    public JsonNode get(String path) {
        return send("GET", path, MissingNode.getInstance());
    }

    public JsonNode put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    public JsonNode post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    public void delete(String path) {
        send("DELETE", path, MissingNode.getInstance());
    }

    /**
     * Writes the answer to a file, whole or not at all.
     *
     * @throws Complaint if the file cannot be written
     */
    public void fetch(String path, JsonNode body, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            HttpURLConnection call = open("POST", path);
            call.setReadTimeout((int) LONG_PATIENCE.toMillis());
            write(call, body);
            if (call.getResponseCode() != HttpURLConnection.HTTP_OK) {
                answer(call);
            }
            try (InputStream in = call.getInputStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException unwritable) {
            throw new Complaint(file + ": " + Streams.why(unwritable), unwritable);
        } catch (IOException silent) {
            throw silence(silent);
        } finally {
            part.toFile().delete();
        }
    }

    /** Sends a text and a file as a form, as the parts {@code name} and {@code archive}. */
    public JsonNode upload(String path, String name, String text, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            String boundary = "fingerpost-" + UUID.randomUUID();
            HttpURLConnection call = open("POST", path);
            call.setReadTimeout((int) LONG_PATIENCE.toMillis());
            call.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + boundary);
            call.setDoOutput(true);
            call.setChunkedStreamingMode(0);
            try (OutputStream out = call.getOutputStream()) {
                String begin = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
                out.write(utf8(begin + "\"" + name + "\"\r\n"));
                out.write(utf8("Content-Type: text/plain; charset=UTF-8\r\n\r\n"));
                out.write(utf8(text + "\r\n"));
                out.write(utf8(begin + "\"archive\"; filename=\"archive\"\r\n"));
                out.write(utf8("Content-Type: application/octet-stream\r\n\r\n"));
                bytes.transferTo(out);
                out.write(utf8("\r\n--" + boundary + "--\r\n"));
            }
            return answer(call);
        } catch (FileSystemException unreadable) {
            throw new Complaint(file + ": " + Streams.why(unreadable), unreadable);
        } catch (IOException silent) {
            throw silence(silent);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RefusedException silence(IOException silent) {
        return new RefusedException(
                0, "the config service does not answer: " + silent.getMessage());
    }

    private static void write(HttpURLConnection call, JsonNode body) throws IOException {
        byte[] text = JSON.writeValueAsBytes(body);
        call.setRequestProperty("Content-Type", "application/json");
        call.setDoOutput(true);
        call.setFixedLengthStreamingMode(text.length);
        call.getOutputStream().write(text);
    }

    private JsonNode send(String method, String path, JsonNode body) {
        try {
            HttpURLConnection call = open(method, path);
            if (!body.isMissingNode()) {
                write(call, body);
            }
            return answer(call);
        } catch (IOException silent) {
            throw silence(silent);
        }
    }

    private HttpURLConnection open(String method, String path) throws IOException {
        URI address = URI.create(base.url() + "/api/v1/" + path);
        HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
        if (call instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(trust.sockets());
        }
        call.setRequestMethod(method);
        call.setInstanceFollowRedirects(false);
        call.setConnectTimeout((int) PATIENCE.toMillis());
        call.setReadTimeout((int) PATIENCE.toMillis());
        Map.of("Authorization", "Bearer " + apiKey, "Accept", "*/*")
                .forEach(call::setRequestProperty);
        return call;
    }

    private static JsonNode answer(HttpURLConnection call) throws IOException {
        int status = call.getResponseCode();
        boolean good = status >= 200 && status < 300;
        try (InputStream in = good ? call.getInputStream() : call.getErrorStream()) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(MOST_BYTES);
            JsonNode said = read(bytes);
            if (!good) {
                throw new RefusedException(status, sentence(status, said));
            }
            return said;
        }
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }

    /** In the service's own words, if it has any. */
    private static String sentence(int status, JsonNode problem) {
        String detail = problem.path("detail").asText();
        return detail.isEmpty() ? "the config service answers " + status : detail;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ConfigService[" + base + "]";
    }
}
