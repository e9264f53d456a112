package org.fingerpost.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.fingerpost.cli.Ran;
import org.fingerpost.cli.loopback.Loopback;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.envelope.SealedOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandTest {
    private static final String PASSPHRASE = "fünf Wörter für den Safe";
    private static final String API = "/api/v1/archives";

    private final Loopback service = Loopback.start();

    @TempDir private Path folder;

    @BeforeEach
    void keys() throws IOException {
        Files.writeString(folder.resolve("key"), "fp_0_geheim\n");
        Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void namesAreListedAndValuesAreNot() throws IOException {
        Files.write(folder.resolve("a"), archive("{\"kind\":\"end\",\"documents\":2}\n"));

        Ran ran = list();

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.text())
                .isEqualTo(
                        "made 2026-01-01T00:00:00Z for provider 7\n"
                                + "sheet provider\n"
                                + "device 000b82123456\n");
    }

    @Test
    void whatIsCutOrChangedOrSealedOtherwiseIsNotWhole() throws IOException {
        byte[] whole = archive("{\"kind\":\"end\",\"documents\":2}\n");
        byte[] changed = whole.clone();
        changed[60] ^= 1;
        for (byte[] each :
                new byte[][] {archive(""), Arrays.copyOf(whole, 100), changed, new byte[3]}) {
            Files.write(folder.resolve("a"), each);
            assertThat(list().exit()).isEqualTo(1);
        }
        Files.write(folder.resolve("a"), whole);
        Files.writeString(folder.resolve("passphrase"), "another passphrase");
        assertThat(list().err()).contains("passphrase is another").doesNotContain("another p");
        Files.writeString(folder.resolve("passphrase"), "short");
        assertThat(list().exit()).isEqualTo(1);
    }

    @Test
    void anArchiveIsFetchedWholeOrNotAtAll() throws IOException {
        service.serving(API, new byte[] {1, 2, 3});

        Ran ran = asked("export", "-o", folder.resolve("a").toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(folder.resolve("a")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(service.posted()).containsExactly("{\"passphrase\":\"" + PASSPHRASE + "\"}");
        service.answering(API, 403, Map.of(), "{\"detail\":\"no permission\"}".getBytes());
        Ran refused = asked("export", "-o", folder.resolve("b").toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("no permission").doesNotContain("geheim", "Safe");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().matches(".*(b|part)"));
        }
    }

    @Test
    void whatWasRejectedIsSaid() throws IOException {
        Files.write(folder.resolve("a"), new byte[] {65, 66, 67});
        answers("/import", "{\"id\":5}");
        answers("/imports/5", "{\"state\":\"done\",\"documents\":3,\"decided\":3,\"rejected\":1}");
        answers("/imports/5/rejections", "[{\"line\":2,\"thing\":\"it\",\"reason\":\"so\"}]");

        Ran ran = asked("import", "--overwrite", folder.resolve("a").toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        assertThat(ran.text()).isEqualTo("rejected: it: so\n2 of 3 are taken over\n");
        assertThat(service.posted().getFirst()).contains("name=\"passphrase\"", PASSPHRASE, "ABC");
    }

    private void answers(String path, String json) {
        service.answering(API + path, 200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    private Ran list() {
        return Ran.with(
                "archive",
                "list",
                "--passphrase-file",
                folder.resolve("passphrase").toString(),
                folder.resolve("a").toString());
    }

    private Ran asked(String command, String... more) {
        String[] common = {
            "archive",
            command,
            "--config",
            service.address("").url(),
            "--api-key-file",
            folder.resolve("key").toString(),
            "--passphrase-file",
            folder.resolve("passphrase").toString()
        };
        return Ran.with(
                Stream.concat(Arrays.stream(common), Arrays.stream(more)).toArray(String[]::new));
    }

    private static byte[] archive(String end) throws IOException {
        var file = new ByteArrayOutputStream();
        var sealed = new SealedOutput(file, Passphrase.of(PASSPHRASE), new SecureRandom());
        try (var out = new GZIPOutputStream(sealed)) {
            String documents =
                    """
                    {"kind":"manifest","version":1,"made":"2026-01-01T00:00:00Z","provider":7}
                    {"kind":"sheet","sheet":{"name":"provider","published":{"settings":{"P2":"x"}}}}
                    {"kind":"device","device":{"mac":"000b82123456"}}
                    """;
            out.write((documents + end).getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
