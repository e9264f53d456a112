package org.fingerpost.config.archives.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.envelope.SealedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may have sealed who means us no good, or a later version. */
class ArchiveReaderTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModules(new Jdk8Module(), new JavaTimeModule());
    private static final Passphrase PASSPHRASE = Passphrase.of("correct horse battery");
    private static final String MANIFEST =
            "{\"kind\":\"manifest\",\"version\":1,\"made\":\"2026-01-01T00:00:00Z\",\"provider\":1}\n";
    private static final String GROUP = "{\"kind\":\"group\",\"name\":\"berlin\"}\n";
    private static final String GENERIC =
            "{\"kind\":\"generic\",\"settings\":{\"P2\":\"geheim\"}}\n";

    @Test
    void documentsComeInTheirOrderAndTheEndIsNoDocument() throws IOException {
        List<Document> read = read(MANIFEST + GROUP + GENERIC + end(3));

        assertThat(read).hasSize(3);
        assertThat(read.get(1)).isEqualTo(new Document.OfGroup("berlin", Optional.empty()));
        assertThat(read.toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                GROUP,
                MANIFEST,
                MANIFEST + GROUP,
                MANIFEST + GENERIC + GROUP + "{\"kind\":\"end\",\"documents\":3}\n",
                MANIFEST + GENERIC + GENERIC + "{\"kind\":\"end\",\"documents\":3}\n",
                MANIFEST + MANIFEST + "{\"kind\":\"end\",\"documents\":2}\n",
                MANIFEST + "{\"kind\":\"end\",\"documents\":2}\n",
                MANIFEST + "{\"kind\":\"end\",\"documents\":1}\n" + GROUP,
                MANIFEST + "{\"kind\":\"geheim\"}\n",
                MANIFEST + "{\"kind\":\"group\",\"name\":\"a\",\"geheim\":1}\n",
                MANIFEST + "geheim\n",
                MANIFEST + "null\n",
                MANIFEST + "{\"kind\":\"staggering\",\"turnKey\":\"AA==\",\"groups\":{}}\n",
                MANIFEST + "{\"kind\":\"device\",\"device\":{}}\n",
                MANIFEST + "{\"kind\":\"device\",\"device\":{\"mac\":\"geheim\"}}\n",
                MANIFEST + "{\"kind\":\"group\",\"name\":\"geheim geheim\"}\n",
                MANIFEST + "{\"kind\":\"generic\",\"settings\":{\"P2\":null}}\n",
                "{\"kind\":\"manifest\",\"version\":3,\"made\":\"2026-01-01T00:00:00Z\",\"provider\":1}\n"
            })
    void whatIsNotWholeOrNotKnownIsRefusedWithoutItsText(String lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(ArchiveException.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aSentenceThatQuotesWhatMayBeSecretIsKnown() throws IOException {
        Document generic = read(MANIFEST + GENERIC + end(2)).get(1);

        assertThat(Quotes.anyIn("P2 cannot be geheim", generic, JSON)).isTrue();
        assertThat(Quotes.anyIn("P2 is too long", generic, JSON)).isFalse();
    }

    @Test
    void aLineThatUnpacksToMoreThanAnyIsRefused() {
        assertThatThrownBy(() -> read(MANIFEST + " ".repeat(5 << 20)))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("longer");
    }

    @Test
    void aSmallFileThatUnpacksToVeryMuchIsRefused() {
        String group = "{\"kind\":\"group\",\"name\":\"a\"}" + " ".repeat(1 << 20) + "\n";

        assertThatThrownBy(() -> read(MANIFEST + group.repeat(80) + end(81)))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("longer");
    }

    @Test
    void whatNobodyWouldReadIsNotWritten() throws IOException {
        var file = new ByteArrayOutputStream();
        var tooLong = new Document.Generic(Map.of("P2", "x".repeat(5 << 20)));
        var writer = new ArchiveWriter(JSON, file, PASSPHRASE, new SecureRandom());
        assertThatThrownBy(() -> writer.write(tooLong)).isInstanceOf(ArchiveException.class);

        var alike = new Document.Generic(Map.of("P2", "x".repeat(4_000_000)));
        for (int i = 0; i < 20; i++) {
            writer.write(alike);
        }
        assertThatThrownBy(writer::end).isInstanceOf(ArchiveException.class);
    }

    @Test
    void whatIsNotPackedIsRefused() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = new SealedOutput(file, PASSPHRASE, new SecureRandom())) {
            out.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> opened(file.toByteArray())).isInstanceOf(ArchiveException.class);
    }

    private static String end(int documents) {
        return "{\"kind\":\"end\",\"documents\":" + documents + "}\n";
    }

    private static List<Document> read(String lines) throws IOException {
        var file = new ByteArrayOutputStream();
        var sealed = new SealedOutput(file, PASSPHRASE, new SecureRandom());
        try (var out = new GZIPOutputStream(sealed)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return opened(file.toByteArray());
    }

    private static List<Document> opened(byte[] file) throws IOException {
        var reader =
                new ArchiveReader(JSON, new ByteArrayInputStream(file), file.length, PASSPHRASE);
        List<Document> read = new ArrayList<>();
        Optional<Document> next = reader.next();
        while (next.isPresent()) {
            read.add(next.get());
            next = reader.next();
        }
        return read;
    }
}
