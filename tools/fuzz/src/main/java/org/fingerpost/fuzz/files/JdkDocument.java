package org.fingerpost.fuzz.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The JDK's parser as the other opinion, without document types. */
final class JdkDocument {

    /** By XML 1.1 other characters end a line; we know 1.0 only. */
    private static final Pattern OTHER_VERSION = Pattern.compile("^.{0,3}<\\?xml[^>]*1\\.1");

    private static final int DECLARATION = 200;

    private JdkDocument() {}

    /** Nothing if the JDK refuses it. */
    static Optional<Document> parse(byte[] file) {
        if (OTHER_VERSION.matcher(head(file)).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(builder().parse(new ByteArrayInputStream(file)));
        } catch (SAXException | IOException refused) {
            return Optional.empty();
        }
    }

    private static String head(byte[] file) {
        return new String(file, 0, Math.min(file.length, DECLARATION), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // It would print what it refuses.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("this JDK has no such parser", impossible);
        }
    }
}
