package org.fingerpost.cli.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.folder.yaml.Spot;
import org.fingerpost.cli.streams.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderReaderTest {
    @TempDir private Path root;

    @Test
    void aValueIsTheTextThatStandsThereAndKnowsItsLine() throws IOException {
        write("provider.yaml", "# all\nsettings:\n  P271: 01\n  P64: no\n  P3: ''\n");

        DesiredSheet sheet = read().sheets().getFirst();

        assertThat(sheet.name()).isEqualTo("provider");
        assertThat(sheet.settings().get("P271").value()).isEqualTo("01");
        assertThat(sheet.settings().get("P64").value()).isEqualTo("no");
        assertThat(sheet.settings().get("P3").value()).isEmpty();
        assertThat(sheet.spotOf("P64")).isEqualTo(new Spot("provider.yaml", 4));
    }

    @Test
    void templatesComeFirstAndTheOuterGroupBeforeTheInner() throws IOException {
        write("groups/a.yaml", "parent: b\nsettings: {P64: x}");
        write("groups/b.yaml", "settings: {P64: y}");
        write("groups/silent.yaml", "{}");
        write("templates/t.yaml", "settings: {P64: z}");

        Folder folder = read();

        assertThat(folder.groups()).extracting(DesiredGroup::name).contains("silent");
        assertThat(folder.groups()).extracting(DesiredGroup::name).containsSubsequence("b", "a");
        assertThat(folder.sheets())
                .extracting(DesiredSheet::name)
                .containsExactly("template/t", "group/b", "group/a");
    }

    @Test
    void whatAReferenceBringsIsNoHole() throws IOException {
        write("models/word.txt", "p4ss\n");
        write(
                "models/GXP2160.yaml",
                "settings: {P34: '${env:SIP}'}\nvariables: {sip.password: '${file:word.txt}'}");

        DesiredSheet sheet = read().sheets().getFirst();

        assertThat(sheet.settings().get("P34").value()).isEqualTo("a$${b}");
        assertThat(sheet.variables().get("sip.password").value()).isEqualTo("p4ss");
        assertThat(sheet.toString()).doesNotContain("p4ss");
    }

    @Test
    void aFileOutsideTheFolderIsReadOnlyWhereThatIsAllowed(@TempDir Path outside)
            throws IOException {
        Files.writeString(outside.resolve("word.txt"), "geheim\n");
        Files.createSymbolicLink(root.resolve("way"), outside);
        for (String text :
                List.of(
                        "settings: {P34: '${file:way/word.txt}'}",
                        "settings: {P34: '${file:" + outside.resolve("word.txt") + "}'}",
                        "from: way/word.txt")) {
            write("provider.yaml", text);
            assertThatThrownBy(this::read)
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("provider.yaml:1")
                    .hasMessageContaining("--files-from")
                    .hasMessageNotContaining("geheim");
        }

        write("provider.yaml", "settings: {P34: '${file:way/word.txt}'}");
        var allowed = new References(name -> null, Grounds.of(root, List.of(outside)));

        DesiredSheet sheet = FolderReader.read(root, allowed).sheets().getFirst();

        assertThat(sheet.settings().get("P34").value()).isEqualTo("geheim");
    }

    @Test
    void vendorsTextComesFirstAndItsReferencesAreNone() throws IOException {
        write("templates/v.txt", "# one\nP271 = 1\nP270 = ${env:SIP}\nP2 = admin\n");
        write("templates/t.yaml", "from: v.txt\nsettings: {P271: 0}");

        Folder folder = read();
        DesiredSheet sheet = folder.sheets().getFirst();

        assertThat(sheet.settings().get("P271").value()).isEqualTo("0");
        assertThat(sheet.settings().get("P270").value()).isEqualTo("${env:SIP}");
        assertThat(sheet.spotOf("P270")).isEqualTo(new Spot("v.txt", 3));
        assertThat(folder.remarks()).singleElement().asString().contains("P2").contains("clear");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider.yaml | settings: {P34: geheim} | :1: P34 is a secret",
                "provider.yaml | variables: {sip.password: geheim} | is a secret",
                "provider.yaml | settings: {P34: 'x${env:SIP}'} | nothing beside it",
                "provider.yaml | settings: {P34: '${env:NONE}'} | environment has no NONE",
                "provider.yaml | settings: {P34: '${file:none}'} | cannot be read",
                "provider.yaml | settings: {P64: a, P64: b} | twice",
                "provider.yaml | settings: {P064: a} | not a P-value",
                "provider.yaml | settings: {P64: [a]} | a text is wanted",
                "provider.yaml | settings: {P64: } | no text here",
                "provider.yaml | settings: {P64: !!binary aGk=} | nothing with a tag",
                "provider.yaml | setings: {} | setings is not known",
                "provider.yaml | 'settings: {P64: \"a' | no YAML",
                "provider.yaml | {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {}}}}}}}}}}}} | read",
                "provider.yaml | '' | one document",
                "groups/a.yaml | parent: a | lies in itself",
                "groups/a b.yaml | '{}' | a name has",
                "other.yaml | '{}' | is not read",
                "groups/a.yml | '{}' | is not read",
                "devices/d.yaml | model: GXP2160 | has no mac",
                "devices/d.yaml | {mac: 000b82000001, model: X, accounts: {a: {}}} | numbered"
            })
    void whatCannotBeUsedIsRefusedWithItsPlaceAndWithoutItsText(
            String file, String text, String sentence) throws IOException {
        write(file, text);

        assertThatThrownBy(this::read)
                .isInstanceOf(Complaint.class)
                .hasMessageContaining(file.substring(0, 5))
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aBombOfAliasesIsRefused() throws IOException {
        var bomb = new StringBuilder("a: &a [x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(String.join(", ", before, before, before, before)).append("]\n");
        }
        write("provider.yaml", bomb.toString());

        assertThatThrownBy(this::read).isInstanceOf(Complaint.class);
    }

    private Folder read() {
        return FolderReader.read(
                root, new References(Map.of("SIP", "a${b}")::get, Grounds.of(root, List.of())));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
