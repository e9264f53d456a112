package org.fingerpost.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The TFTP clients that people have, over a good line and over a bad one. */
class ForeignClientsTest {
    private static final String NAME = "fw/key/file.bin";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** {@code %p} the port, {@code %n} the name, {@code %f} the file to be written. */
    enum Client {
        CURL("curl -s -o %f --max-time 110 tftp://127.0.0.1:%p/%n"),
        CURL_BLOCKS("curl -s -o %f --max-time 110 --tftp-blksize 1400 tftp://127.0.0.1:%p/%n"),
        CURL_NO_OPTIONS("curl -s -o %f --max-time 110 --tftp-no-options tftp://127.0.0.1:%p/%n"),
        ATFTP("atftp -g -r %n -l %f 127.0.0.1 %p"),
        ATFTP_WINDOW(
                "atftp --option %%blksize_1200 --option %%windowsize_8 -g -r %n -l %f 127.0.0.1"
                        + " %p"),
        TFTP("tftp -4 -m octet 127.0.0.1 %p -c get %n %f"),
        BUSYBOX("busybox tftp -g -b 1024 -r %n -l %f 127.0.0.1 %p");

        private final String line;

        Client(String line) {
            this.line = line;
        }

        private List<String> command(int port, String name, Path file) {
            return Stream.of(line.split(" "))
                    .map(word ->
                            word.replace("%%", "")
                                    .replace('_', ' ')
                                    .replace("%p", Integer.toString(port))
                                    .replace("%n", name)
                                    .replace("%f", file.toString()))
                    .toList();
        }

        private String program() {
            return line.substring(0, line.indexOf(' '));
        }
    }

    private final MadeFiles files = new MadeFiles();
    private TftpServer server;
    @TempDir private Path folder;

    @BeforeEach
    void start() {
        server = new TftpServer(Settings.USUAL, files, new SimpleMeterRegistry(), System::nanoTime);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void getsFilesOfAllLengths(Client client) throws Exception {
        for (int size : new int[] {1, 512, 60_000}) {
            byte[] file = files.put("/" + NAME, size);
            assertThat(got(client, server.port(), NAME)).as("%d bytes", size).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void getsAFileOverABadLine(Client client) throws Exception {
        byte[] file = files.put("/" + NAME, 20_000);
        try (BadRelay relay = new BadRelay(client.ordinal(), server.port())) {
            assertThat(got(client, relay.port(), NAME)).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void isToldThatThereIsNoSuchFile(Client client) throws Exception {
        Path file = folder.resolve("none");
        Process process = run(client, server.port(), "fw/key/other.bin", file);
        String said = new String(process.getInputStream().readAllBytes());
        finished(process, said);
        assertThat(process.exitValue() != 0 || said.toLowerCase(Locale.ROOT).contains("no such"))
                .as(said)
                .isTrue();
        assertThat(Files.exists(file) && Files.size(file) > 0).isFalse();
    }

    private byte[] got(Client client, int port, String name) throws Exception {
        Path file = folder.resolve("file");
        Files.deleteIfExists(file);
        Process process = run(client, port, name, file);
        String said = new String(process.getInputStream().readAllBytes());
        finished(process, said);
        assertThat(file).as(said).exists();
        return Files.readAllBytes(file);
    }

    private static void finished(Process process, String said) throws InterruptedException {
        boolean finished = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(finished).as(said).isTrue();
    }

    private Process run(Client client, int port, String name, Path file) throws IOException {
        boolean there =
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(dir -> Files.isExecutable(Path.of(dir, client.program())));
        Assumptions.assumeTrue(there, client.program() + " is not installed on this machine");
        return new ProcessBuilder(client.command(port, name, file))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
