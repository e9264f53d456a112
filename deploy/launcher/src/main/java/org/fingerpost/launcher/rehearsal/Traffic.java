package org.fingerpost.launcher.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * What many phones ask on their first day, all with the addresses that one of them was told. The
 * doors' methods are compiled on the way, which is what it is for.
 */
final class Traffic {
    private static final int PHONES = 8;

    /** A method is compiled to the end after some ten thousand calls. */
    private static final int DAYS = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRMWARE = "gxp2160fw.bin";
    private static final String USER_AGENT = "Grandstream Model HW GXP2160 SW 1.0.9.108 DevId ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String redirect;
    private final String mac;

    /**
     * @param redirect folder of the redirect door
     * @param mac of a phone that has a way and a file
     */
    Traffic(String redirect, String mac) {
        this.redirect = redirect;
        this.mac = mac;
    }

    void flow() {
        List<Future<?>> phones = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int phone = 0; phone < PHONES; phone++) {
                phones.add(threads.submit(this::days));
            }
        }
        for (Future<?> phone : phones) {
            try {
                phone.get();
            } catch (ExecutionException e) {
                throw new LaunchFailure("The rehearsal failed: " + e.getCause().getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LaunchFailure("The rehearsal was interrupted.", e);
            }
        }
    }

    private Void days() throws IOException, InterruptedException {
        for (int day = 0; day < DAYS; day++) {
            day();
        }
        return null;
    }

    private void day() throws IOException, InterruptedException {
        String way = text(get(redirect + "cfg" + mac + ".xml"));
        String config = "http://" + value(way, "P237") + "/cfg" + mac;
        HttpResponse<byte[]> file = get(config + ".xml");
        get(config);
        get(config + ".xml", "If-None-Match", file.headers().firstValue("ETag").orElse("*"));
        get(
                "http://" + value(way, "P192") + "/" + FIRMWARE,
                "Range",
                "bytes=1000-65000"); // the first part of what a real phone fetches
        get(redirect + "cfg000b82fffffe.xml");
    }

    private HttpResponse<byte[]> get(String url, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("User-Agent", USER_AGENT + mac);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String value(String file, String setting) {
        Matcher found = Pattern.compile("<" + setting + ">([^<]+)</" + setting + ">").matcher(file);
        if (!found.find()) {
            throw new LaunchFailure("the redirect door tells no " + setting);
        }
        return found.group(1);
    }
}
