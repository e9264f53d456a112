package org.fingerpost.cli.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.fingerpost.cli.files.Flaw.Kind;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The XML file: {@code gs_provision} with an optional {@code mac} and one {@code config} of {@code
 * Pn} elements. A sealed one is opened first.
 */
public final class CfgXml {
    private CfgXml() {}

    /** {@code password}: the phone's P1359, if it has one. */
    public static Reading read(byte[] file, Mac mac, Optional<String> password) {
        if (file.length == 0) {
            return Reading.refused(Kind.XML, "is empty");
        }
        if (SealedXml.looksLikeBase64(file)) {
            return Reading.refused(
                    Kind.SEAL, "is sealed but written as base64; phones want the raw bytes");
        }
        if (looksPlain(file)) {
            return readPlain(file, mac);
        }
        if (password.isEmpty()) {
            return Reading.refused(
                    Kind.SEAL, "is sealed or no XML, and the phone has no P1359 to open it with");
        }
        var opened =
                SealedXml.open(file, password.get(), SealedXml.PHONES_DIGEST)
                        .filter(CfgXml::looksPlain);
        if (opened.isPresent()) {
            return readPlain(opened.get(), mac);
        }
        return Reading.refused(
                Kind.SEAL,
                opensWithSha256(file, password.get())
                        ? "is sealed with a key made by SHA-256; phones make it by MD5 (openssl:"
                                + " -md md5)"
                        : "does not open with the phone's P1359");
    }

    /** What today's openssl makes unless it is told otherwise. */
    private static boolean opensWithSha256(byte[] file, String password) {
        return SealedXml.open(file, password, "SHA-256").filter(CfgXml::looksPlain).isPresent();
    }

    private static boolean looksPlain(byte[] file) {
        var start = file.length >= 3 && file[0] == (byte) 0xef && file[1] == (byte) 0xbb ? 3 : 0;
        while (start < file.length && file[start] <= ' ' && file[start] > 0) {
            start++;
        }
        return start < file.length && file[start] == '<';
    }

    private static Reading readPlain(byte[] file, Mac mac) {
        try {
            var root = parser().parse(new ByteArrayInputStream(file)).getDocumentElement();
            return root.getTagName().equals("gs_provision")
                    ? readRoot(root, mac)
                    : Reading.refused(
                            Kind.XML,
                            "has the root element " + root.getTagName() + ", not gs_provision");
        } catch (SAXException e) {
            // The parser's message may quote the file, and so a secret.
            return Reading.refused(Kind.XML, "is not well-formed XML, or has a DOCTYPE");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("this JDK cannot read XML from memory", e);
        }
    }

    private static Reading readRoot(Element root, Mac mac) {
        var stated =
                children(root, "mac").stream().map(e -> e.getTextContent().strip()).findFirst();
        if (stated.isPresent() && !mac.isSpelled(stated.get())) {
            return Reading.refused(Kind.MAC, "names another MAC address in <mac>");
        }
        var configs = children(root, "config");
        if (configs.size() != 1) {
            return Reading.refused(
                    Kind.XML, "has " + configs.size() + " config elements where one belongs");
        }
        if (configs.getFirst().getAttribute("version").equals("2")) {
            return Reading.refused(
                    Kind.XML,
                    "is in the alias form (config version 2), which this phone cannot read");
        }
        var found = new PValues();
        elements(configs.getFirst()).forEach(e -> found.put(e.getTagName(), e.getTextContent()));
        return found.accepted(stated);
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent).stream().filter(e -> e.getTagName().equals(name)).toList();
    }

    private static List<Element> elements(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        var parser = factory.newDocumentBuilder();
        // The default handler writes to stderr.
        parser.setErrorHandler(new DefaultHandler());
        return parser;
    }
}
