package org.fingerpost.formats.datafile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a data file.
 *
 * @param file and line say where it stands
 * @param text what stands in it, without blanks around; empty if it has children
 */
public record Element(
        String file,
        int line,
        String name,
        Map<String, String> attributes,
        List<Element> children,
        String text) {

    /** The attribute, which must be there. */
    public String get(String attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            throw wrong(name + " has no attribute \"" + attribute + "\"");
        }
        return value;
    }

    public Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The words of an attribute, one blank between two; none if it is not there. */
    public List<String> words(String attribute) {
        String value = attributes.getOrDefault(attribute, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split(" "));
    }

    /** The exception to throw for what is wrong here. */
    public DataFileException wrong(String what) {
        return new DataFileException(file, line, what);
    }
}
