package org.fingerpost.bench.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.fingerpost.bench.door.Certificate;
import org.fingerpost.bench.door.DoorProcess;

/** The packaged config service as a door alone. */
record FleetDoor(DoorProcess process) implements AutoCloseable {
    private static final long GLANCE_NANOS = 1_000_000;

    /** Returns when it listens, which a door does when it has loaded. */
    static FleetDoor start(
            Path app,
            Path folder,
            String broker,
            Certificate tls,
            Path masterKey,
            String... switches)
            throws IOException {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "-Dfingerpost.master-key-file=" + masterKey,
                                "-Dfingerpost.config.public-url=http://config.example.net:8082"));
        settings.addAll(List.of(switches));
        return new FleetDoor(
                DoorProcess.start(app, folder, broker, tls, settings.toArray(String[]::new)));
    }

    byte[] get(HttpClient client, String path) throws IOException, InterruptedException {
        URI file = URI.create("http://127.0.0.1:" + process.port() + path);
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the door answers " + answer.statusCode());
        }
        return answer.body();
    }

    /** Nanoseconds until the file at this path holds the word. */
    long awaitWord(HttpClient client, String path, String word)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!new String(get(client, path), StandardCharsets.UTF_8).contains(word)) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return System.nanoTime() - start;
    }

    /** Resident bytes, as proc_pid_status(5) tells them. */
    long resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.handle().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }
}
