package org.fingerpost.formats.xml;

import java.net.URL;
import java.util.Objects;

/** Our XML Schemas (XSD 1.0) of the two versions, for whoever wants to check a file with them. */
public final class XmlSchemas {

    private XmlSchemas() {}

    public static URL version1() {
        return named("gs-provision-1.xsd");
    }

    public static URL version2() {
        return named("gs-provision-2.xsd");
    }

    private static URL named(String file) {
        return Objects.requireNonNull(
                XmlSchemas.class.getResource(file), () -> file + " is missing from the jar");
    }
}
