package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Firmware is whole or not there, whoever dies in the middle of whatever. */
class StoreIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 24_000_000;

    @TempDir Path folder;
    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);
    private final byte[] image = image();

    @AfterEach
    void mend() {
        Town.whole();
    }

    @Test
    void killsInTheMiddleOfUploadReleasePublicationAndWalkLeaveTheStoreWhole() throws Exception {
        String upload = begun();
        during(() -> piece(upload, 0, SIZE / 2, true), () -> offset(upload) > 0);
        long has = offset(upload);
        assertThat(has).isBetween(1L, SIZE / 2L);
        piece(upload, (int) has, SIZE, false);
        assertThat(offset(upload)).isEqualTo(SIZE);

        String number = upload.substring(upload.lastIndexOf('/') + 1);
        String release =
                "{\"family\":\"GXP2160\",\"version\":\"3.0.0.1\",\"uploads\":[" + number + "]}";
        during(
                () -> acme.firmware("POST", "/api/v1/releases", release),
                () -> isAnythingIn("incoming") || isAnythingIn("blobs"));
        int again = acme.firmware("POST", "/api/v1/releases", release).statusCode();
        // Whether the first was done before the kill, nobody was told: done it is now.
        assertThat(again).isIn(201, 409, 422);
        String id = read(acme.firmware("GET", "/api/v1/releases", "")).path(0).path("id").asText();

        String publish = "/api/v1/releases/" + id + "/publish";
        during(() -> acme.firmware("POST", publish, ""), () -> true);
        assertThat(acme.firmware("POST", publish, "").statusCode()).isEqualTo(200);
        during(() -> operator("POST", "/api/v1/store/sweep"), () -> true);

        JsonNode check = checked();
        for (String fault : new String[] {"missing", "corrupt", "unreadable"}) {
            assertThat(check.path(fault)).as(fault).isEmpty();
        }
        String url = acme.firmwareFolder() + "/kill.bin";
        Soon.holds("phones get it", () -> Http.get(url).statusCode() == 200);
        assertThat(Http.get(url).body()).isEqualTo(image);
    }

    @Test
    void aDoorElsewhereIsStockedServesWholeFilesAndAnswersAlone() {
        try (Elsewhere door = new Elsewhere(town, folder)) {
            door.start();
            acme.release("3.0.0.2", "else.bin", image);
            String path = "/fw/" + acme.pathKey + "/else.bin";
            Soon.holds(
                    "it fetches, or has it already",
                    () -> door.isFetching() || door.status(path) == 200);
            door.kill();
            door.start();
            // Not yet there is 503, and never a piece of it.
            Soon.holds(
                    "it has it",
                    () -> {
                        HttpResponse<byte[]> answer = Http.get(door.url(path));
                        assertThat(answer.statusCode()).isIn(200, 404, 503);
                        return answer.statusCode() == 200 && Arrays.equals(answer.body(), image);
                    });

            Town.kill(PartName.FIRMWARE, PartName.KAFKA, PartName.POSTGRESQL);
            door.kill();
            door.start();

            assertThat(Http.get(door.url(path)).body()).isEqualTo(image);
        }
    }

    /** Kills the firmware service while somebody is at it and something is so; it comes back. */
    private void during(Runnable work, BooleanSupplier moment) throws InterruptedException {
        Thread worker =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                work.run();
                            } catch (UncheckedIOException e) {
                                // The kill.
                            }
                        });
        Soon.holds("the moment to kill", () -> moment.getAsBoolean() || !worker.isAlive());
        Town.kill(PartName.FIRMWARE);
        worker.join();
        Town.whole();
    }

    private String begun() {
        String body =
                "{\"name\":\"kill.bin\",\"size\":" + SIZE + ",\"digest\":\"" + digest() + "\"}";
        HttpResponse<byte[]> begun = acme.firmware("POST", "/api/v1/uploads", body);
        assertThat(begun.statusCode()).isEqualTo(201);
        return town.url(PartName.FIRMWARE) + "/api/v1/uploads/" + read(begun).path("id").asText();
    }

    /** From there up to there, as slowly as somebody wants who has to be killed in it. */
    private void piece(String upload, int from, int to, boolean slowly) {
        byte[] bytes = Arrays.copyOfRange(image, from, to);
        Http.piece(
                upload,
                acme.apiKey,
                from,
                slowly
                        ? BodyPublishers.ofInputStream(() -> new SlowBytes(bytes))
                        : BodyPublishers.ofByteArray(bytes));
    }

    /** Stops in the middle until its reader is gone. */
    private static final class SlowBytes extends InputStream {
        private final byte[] bytes;
        private int next;

        SlowBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return next == bytes.length ? -1 : bytes[next++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (next == bytes.length) {
                return -1;
            }
            pause();
            int count = Math.min(Math.min(length, 16_384), bytes.length - next);
            System.arraycopy(bytes, next, into, offset, count);
            next += count;
            return count;
        }

        private static void pause() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long offset(String upload) {
        HttpResponse<byte[]> got = Http.json("GET", upload, acme.apiKey, "");
        assertThat(got.statusCode()).isEqualTo(200);
        return read(got).path("offset").asLong();
    }

    private boolean isAnythingIn(String name) {
        try (Stream<Path> files = Files.walk(Town.home().resolve("firmware").resolve(name))) {
            return files.anyMatch(file -> file.toFile().length() > SIZE / 4);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private JsonNode checked() {
        assertThat(operator("POST", "/api/v1/store/check").statusCode()).isEqualTo(202);
        Soon.holds(
                "the check has ended",
                () -> {
                    JsonNode store = read(operator("GET", "/api/v1/store"));
                    return !store.path("checking").asBoolean() && store.hasNonNull("lastCheck");
                });
        return read(operator("GET", "/api/v1/store")).path("lastCheck");
    }

    private HttpResponse<byte[]> operator(String method, String path) {
        return Http.json(method, town.url(PartName.FIRMWARE) + path, town.operatorKey(), "");
    }

    private static byte[] image() {
        byte[] image = new byte[SIZE];
        new Random(3).nextBytes(image);
        return image;
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
