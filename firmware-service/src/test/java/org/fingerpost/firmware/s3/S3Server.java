package org.fingerpost.firmware.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.testkit.Soon;

/** A foreign S3 server in a process of its own (S3Proxy, over a folder), with one bucket. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "firmware";
    private static final String ACCESS = "an-access-key";
    private static final String SECRET = "a-secret-key";

    private final Path folder;
    private final int port;

    private S3Server(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static S3Server start(Path folder) throws IOException {
        S3Server server = new S3Server(folder, freePort());
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        Files.writeString(folder.resolve("access"), ACCESS + "\n");
        Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Files.writeString(
                folder.resolve("s3proxy.conf"),
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """
                        .formatted(server.port, ACCESS, SECRET, folder.resolve("data")));
        server.begin();
        return server;
    }

    /** One that was started there, perhaps by somebody else. */
    public static S3Server at(Path folder) throws IOException {
        return new S3Server(folder, Integer.parseInt(Files.readString(folder.resolve("port"))));
    }

    /** Starts it, also once more after {@link #kill}. */
    public void begin() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                Path.of("target", "peers", "s3proxy.jar").toString(),
                                "--properties",
                                folder.resolve("s3proxy.conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("s3proxy.log").toFile())
                        .start();
        Soon.until(this::answers, up -> up || !process.isAlive());
        assertThat(process.isAlive()).as("see " + folder.resolve("s3proxy.log")).isTrue();
        Files.writeString(folder.resolve("port"), Integer.toString(port));
        Files.writeString(folder.resolve("pid"), Long.toString(process.pid()));
    }

    public void kill() {
        try {
            long pid = Long.parseLong(Files.readString(folder.resolve("pid")));
            ProcessHandle.of(pid)
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
            Files.writeString(folder.resolve("pid"), "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a service is told of it. */
    public Map<String, String> properties() {
        String prefix = "fingerpost.firmware.s3.";
        return Map.of(
                "fingerpost.firmware.blobs.driver",
                "s3",
                prefix + "endpoint",
                "http://127.0.0.1:" + port,
                prefix + "bucket",
                BUCKET,
                prefix + "prefix",
                "fingerpost/",
                prefix + "access-key-file",
                folder.resolve("access").toString(),
                prefix + "secret-key-file",
                folder.resolve("secret").toString());
    }

    public S3Settings settings() {
        return settings(BUCKET, folder.resolve("secret"));
    }

    S3Settings settings(String bucket, Path secret) {
        return new Settings(
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                "us-east-1",
                Optional.of(bucket),
                Optional.of("fingerpost/"),
                Optional.of(folder.resolve("access")),
                Optional.of(secret),
                Optional.empty(),
                Duration.ofSeconds(10));
    }

    record Settings(
            Optional<URI> endpoint,
            String region,
            Optional<String> bucket,
            Optional<String> prefix,
            Optional<Path> accessKeyFile,
            Optional<Path> secretKeyFile,
            Optional<Boolean> pathStyle,
            Duration patience)
            implements S3Settings {}

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
