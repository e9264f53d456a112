package org.fingerpost.formats.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * The JDK's parser reads what ours reads, and the same; ours refuses what the JDK's refuses. The
 * exceptions, which the documents here avoid, are names beyond ASCII, two hyphens in a comment, and
 * what {@link MarkupReader} says it refuses.
 */
class SameAsTheJdkTest {

    private static final String[] PIECES = {
        "<a>",
        "</a>",
        "<b x='1'>",
        "</b>",
        "<b/>",
        "<a y=\"&lt;\t\">",
        "text",
        " ",
        "\n",
        "\r\n",
        "&amp;",
        "&#65;",
        "&#x1F600;",
        "&bad;",
        "&",
        "<",
        ">",
        "]]>",
        "<![CDATA[",
        "]]",
        "é",
        "€",
        "<!--c-->",
        "<?pi d?>",
        "\u0001",
        "'",
        "\"",
        "x='",
        "=",
        "/",
        "\ud83d\ude00",
        "\u0085"
    };

    @Property(tries = 3_000)
    void wellFormedDocumentIsReadAlike(@ForAll("elements") String element) {
        assertAlike("<a>" + element + "</a>");
    }

    @Test
    void anySequenceOfPiecesIsReadAlikeOrRefusedByBoth() {
        var random = new Random(11);
        for (int i = 0; i < 60_000; i++) {
            var document = new StringBuilder(random.nextInt(4) == 0 ? "" : "<a>");
            for (int n = random.nextInt(6); n >= 0; n--) {
                document.append(PIECES[random.nextInt(PIECES.length)]);
            }
            document.append(random.nextInt(4) == 0 ? "" : "</a>");
            assertAlike(document.toString());
        }
    }

    @Provide
    Arbitrary<String> elements() {
        Arbitrary<String> leaf =
                Arbitraries.of(
                        "text",
                        " ",
                        "&amp;",
                        "&#13;",
                        "\r\n",
                        "<c/>",
                        "<c d='e'/>",
                        "<![CDATA[<]]>",
                        "<!--f-->",
                        "é€\ud83d\ude00",
                        "<?g?>",
                        "]]",
                        "]>");
        return Arbitraries.recursive(
                () -> leaf,
                inner ->
                        inner.list().ofMaxSize(4).map(all -> "<b>" + String.join("", all) + "</b>"),
                0,
                4);
    }

    private static void assertAlike(String document) {
        byte[] octets = document.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                theirs(octets),
                ours(octets),
                () -> "of " + document.replace("\r", "\\r").replace("\n", "\\n"));
    }

    private static Optional<String> ours(byte[] document) {
        try {
            MarkupReader reader = MarkupReader.of(document);
            var told = new StringBuilder();
            while (true) {
                switch (reader.next()) {
                    case START ->
                            told.append("<")
                                    .append(reader.name())
                                    .append(reader.attribute("x").map(v -> " x=" + v).orElse(""))
                                    .append(reader.attribute("y").map(v -> " y=" + v).orElse(""))
                                    .append(">");
                    case END -> told.append("</").append(reader.name()).append(">");
                    case TEXT -> told.append(reader.text());
                    case COMMENT -> told.append("<!--").append(reader.text()).append("-->");
                    case INSTRUCTION -> told.append("<?>");
                    case DONE -> {
                        return Optional.of(told.toString());
                    }
                }
            }
        } catch (MarkupException refused) {
            return Optional.empty();
        }
    }

    private static Optional<String> theirs(byte[] document) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
            var told = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        told.append("<").append(reader.getLocalName());
                        attribute(reader, "x", told);
                        attribute(reader, "y", told);
                        told.append(">");
                    }
                    case XMLStreamConstants.END_ELEMENT ->
                            told.append("</").append(reader.getLocalName()).append(">");
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            told.append(reader.getText());
                    case XMLStreamConstants.COMMENT ->
                            told.append("<!--").append(reader.getText()).append("-->");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> told.append("<?>");
                    case XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Optional.empty();
                    }
                    default -> {
                        // White space outside the root: not told by ours.
                    }
                }
            }
            return Optional.of(told.toString());
        } catch (XMLStreamException refused) {
            return Optional.empty();
        }
    }

    private static void attribute(XMLStreamReader reader, String name, StringBuilder told) {
        Optional.ofNullable(reader.getAttributeValue(null, name))
                .ifPresent(value -> told.append(" ").append(name).append("=").append(value));
    }
}
