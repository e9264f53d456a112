package org.fingerpost.bench.firmware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.fingerpost.bench.world.StateWriter;

/** One published file of a family's usual size, where a door has it and where nginx has it. */
final class FirmwareFile {
    static final int BYTES = 44_000_000;
    static final String PATH = "/fw/benchbenchbenchb/gxp2160fw.bin";
    private static final long PROVIDER = 7;

    private FirmwareFile() {}

    /** Nginx serves what lies below that folder at the door's own path. */
    static void forNginx(Path root) throws IOException {
        Path file = root.resolve(PATH.substring(1));
        Files.createDirectories(file.getParent());
        Files.write(file, bytes());
    }

    /** In the store's folder, and its records in Kafka. */
    static void forDoor(Path state, String broker)
            throws IOException, ExecutionException, InterruptedException {
        byte[] bytes = bytes();
        String digest = digest(bytes);
        Path blob = state.resolve("blobs").resolve(digest.substring(0, 2));
        Files.createDirectories(blob);
        Files.write(blob.resolve(digest.substring(2)), bytes);
        StateWriter.createTopic(broker, "redirect");
        try (StateWriter redirect = new StateWriter(broker, "redirect", 1)) {
            redirect.commit(
                    "provider/" + PROVIDER,
                    json(
                            """
                            {"id":7,"pathKey":"benchbenchbenchb","keyHashes":[]}\
                            """));
        }
        StateWriter.createTopic(broker, "firmware");
        try (StateWriter firmware = new StateWriter(broker, "firmware", 1)) {
            firmware.commit("release/1", json(release(digest)));
        }
    }

    private static String release(String digest) {
        return """
        {"id":1,"provider":7,"family":"GXP2160","version":"1.0.11.39","state":"published",\
        "publishedAt":"2026-11-24T15:00:00Z",\
        "files":[{"name":"gxp2160fw.bin","digest":"%s","size":%d}]}\
        """
                .formatted(digest, BYTES);
    }

    /** The same each time, and nothing that packs. */
    private static byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
