package org.fingerpost.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.pvalue.PValue;
import org.junit.jupiter.api.Test;

/** Files of other people, which are tried on if they lie beside the checkout. */
class SampleFilesTest {

    @Test
    void vendorsTemplateIsReadWithoutAnOddity() throws IOException {
        TextTemplate read = read("bulk-template-example.txt");
        assertThat(read.oddities()).isEmpty();
        assertThat(read)
                .extracting(entry -> entry.setting().p().toString())
                .containsExactly("P271", "P270", "P47", "P35", "P36", "P34", "P3");
        assertThat(read.entries().getLast().description())
                .isEqualTo("Name (Display Name, e.g., John Doe)");
        assertThat(read.closing().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("## Example P values End");
        assertEquals(read.settings(), TextTemplate.read(read.write()).settings());
    }

    @Test
    void dumpOfADeviceIsReadWhole() throws IOException {
        TextTemplate read = read("ht801-dump.txt");
        assertThat(read.oddities()).isEmpty();
        long lines = new String(read.write(), StandardCharsets.UTF_8).lines().count();
        assertThat(read.entries()).hasSizeGreaterThanOrEqualTo(690).hasSize((int) lines);
        assertEquals(lines, read.settings().size());
        assertEquals(Optional.of("{ x+ | *x+ | *xx*x+ }"), read.settings().get(new PValue(4202)));
        assertEquals(read, TextTemplate.read(read.write()));
    }

    private static TextTemplate read(String name) throws IOException {
        Optional<Path> file =
                Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(folder -> folder.resolve("shared/data").resolve(name))
                        .filter(Files::exists)
                        .findFirst();
        assumeTrue(file.isPresent(), "no sample " + name + " lies beside the checkout");
        byte[] bytes = Files.readAllBytes(file.orElseThrow());
        assertEquals(FileKind.TEXT_TEMPLATE, ImportedFile.read(bytes).kind());
        return TextTemplate.read(bytes);
    }
}
