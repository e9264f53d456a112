package org.fingerpost.formats.datafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A data file that lies beside a class. */
public final class DataFile {

    private final String name;
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    private DataFile(String name) {
        this.name = name;
    }

    /** The root element of the file in the class's package. */
    public static Element read(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return read(name, file);
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    /**
     * The root element of the file.
     *
     * @throws DataFileException if it is not well-formed
     */
    public static Element read(String name, InputStream file) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            return new DataFile(name).read(factory.createXMLStreamReader(file));
        } catch (XMLStreamException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNumber();
            throw new DataFileException(name, line, "not well-formed");
        }
    }

    private Element read(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    Element closed = end();
                    if (open.isEmpty()) {
                        return closed;
                    }
                    open.peek().children().add(closed);
                }
                default -> {}
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        Map<String, String> attributes = HashMap.newHashMap(xml.getAttributeCount());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        int line = xml.getLocation().getLineNumber();
        List<Element> children = new ArrayList<>();
        open.push(new Element(name, line, xml.getLocalName(), attributes, children, ""));
        text.setLength(0);
    }

    private Element end() {
        Element closed = open.pop();
        String inside = text.toString().strip();
        text.setLength(0);
        return new Element(
                closed.file(),
                closed.line(),
                closed.name(),
                Map.copyOf(closed.attributes()),
                List.copyOf(closed.children()),
                inside);
    }
}
