package org.fingerpost.formats.datafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fingerpost.formats.markup.Event;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.markup.MarkupReader;

/** A data file that lies beside a class. */
public final class DataFile {

    private final String name;
    private final int firstLine;
    private final MarkupReader markup;

    private DataFile(String name, int firstLine, MarkupReader markup) {
        this.name = name;
        this.firstLine = firstLine;
        this.markup = markup;
    }

    /**
     * The root element of the file in the class's package.
     *
     * @throws DataFileException if it is not well-formed
     */
    public static Element read(Class<?> beside, String name) {
        return read(name, bytes(beside, name));
    }

    /** The file in the class's package as it is. */
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    /**
     * The root element of the file.
     *
     * @throws DataFileException if it is not well-formed
     */
    public static Element read(String name, byte[] bytes) {
        return read(name, 1, bytes);
    }

    /**
     * The element that is a part of the file.
     *
     * @param line where the part begins, from 1
     * @throws DataFileException if it is not well-formed
     */
    public static Element read(String name, int line, byte[] part) {
        try {
            return new DataFile(name, line, MarkupReader.of(part)).root();
        } catch (MarkupException wrong) {
            throw new DataFileException(name, line - 1 + wrong.line(), wrong.why());
        }
    }

    private Element root() {
        while (markup.next() != Event.START) {
            continue;
        }
        Element root = element();
        while (markup.next() != Event.DONE) {
            continue;
        }
        return root;
    }

    /** From its start tag, which was read, to its end tag. */
    private Element element() {
        int line = firstLine - 1 + markup.line();
        String element = markup.name();
        var attributes = Collections.unmodifiableMap(markup.attributes());
        List<Element> children = new ArrayList<>(0);
        String text = "";
        while (true) {
            switch (markup.next()) {
                case START -> children.add(element());
                case TEXT -> text = text.concat(markup.text());
                case END -> {
                    List<Element> inside = Collections.unmodifiableList(children);
                    return new Element(name, line, element, attributes, inside, text.strip());
                }
                case COMMENT, INSTRUCTION, DONE -> {}
            }
        }
    }
}
