package org.fingerpost.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.fingerpost.formats.datafile.DataFile;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.Definitions;
import org.fingerpost.formats.model.DeviceModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The data files beside the classes are what their schemas say. */
class SchemasTest {

    private static final Schema DEFINITIONS = schema(Definitions.class, "definitions.xsd");
    private static final Schema MODELS = schema(DeviceModels.class, "device-models.xsd");

    @ParameterizedTest
    @MethodSource("definitionFiles")
    void definitionsAreValid(Path file) {
        assertThatCode(() -> validate(DEFINITIONS, new StreamSource(file.toFile())))
                .doesNotThrowAnyException();
    }

    @Test
    void modelsAreValid() {
        Path file = beside(DeviceModels.class, "device-models.xml");
        assertThatCode(() -> validate(MODELS, new StreamSource(file.toFile())))
                .doesNotThrowAnyException();
    }

    @Test
    void everyFileOfDefinitionsIsListed() {
        List<String> listed =
                DataFile.read(Definitions.class, "themes.xml").children().stream()
                        .map(theme -> theme.get("file"))
                        .toList();
        assertThat(definitionFiles().map(Path::getFileName).map(Path::toString))
                .filteredOn(name -> !name.equals("themes.xml"))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<setting/>",
                "<setting p='P1' name='a.b' families='HT80x' type='text' confidence='H'"
                        + " meaning='x'/>",
                "<setting p='1' name='a' families='HT80x' type='text' confidence='H' meaning='x'/>",
                "<setting p='1' name='a.b' families='' type='text' confidence='H' meaning='x'/>",
                "<setting p='1' name='a.b' families='HT80x' type='text' confidence='?'"
                        + " meaning='x'/>",
                "<setting p='1' name='a.b' families='HT80x' type='text' confidence='H' meaning='"
                        + " '/>",
                "<setting p='1' name='a.b' families='HT80x' type='text' confidence='H' meaning='x'"
                        + " secret='no'/>",
                "<setting p='1' name='a.b' families='HT80x' type='text' confidence='H' meaning='x'"
                        + " since='new'/>",
                "<setting p='1' name='a.b' families='HT80x' type='text' confidence='H' meaning='x'"
                        + " note='y'/>",
                "<setting p='1' name='a.b' families='HT80x' type='text' confidence='H'"
                        + " meaning='x'/><kind name='late' type='text'/>"
            })
    void schemaOfDefinitionsIsStrict(String settings) {
        var file = new StringReader("<definitions>" + settings + "</definitions>");
        assertThatThrownBy(() -> validate(DEFINITIONS, new StreamSource(file)))
                .isInstanceOf(SAXException.class);
    }

    static Stream<Path> definitionFiles() {
        try (Stream<Path> files = Files.list(beside(Definition.class, "themes.xml").getParent())) {
            return files
                    .filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static Path beside(Class<?> type, String name) {
        try {
            return Path.of(Objects.requireNonNull(type.getResource(name), name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Schema schema(Class<?> beside, String name) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(beside(beside, name).toFile());
        } catch (SAXException broken) {
            throw new IllegalStateException(name, broken);
        }
    }

    private static void validate(Schema schema, Source file) throws IOException, SAXException {
        schema.newValidator().validate(file);
    }
}
