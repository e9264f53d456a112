package org.fingerpost.formats.request;

import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/**
 * The file that a request asks for, by the last segment of its path. A phone puts its file name
 * behind whatever path it was given, so the segments before say nothing here.
 *
 * <pre>
 * own-binary  = "cfg" mac [ ".bin" ]
 * own-xml     = "cfg" mac ".xml"
 * generic-xml = "cfg.xml"
 * model-xml   = "cfg" model ".xml"      ; model = ALPHA 1*31( ALPHA / DIGIT / "-" / "_" )
 * </pre>
 *
 * <p>Letters in any case, the MAC address in any spelling, any octet percent-encoded. Names with a
 * prefix or postfix (P234, P235) are not known here. Sources: {@code docs/formats/requests.md}.
 */
public sealed interface RequestedFile {

    /** The phone's own binary; {@code dotBin} if it asked with the extension. */
    record OwnBinary(MacAddress mac, boolean dotBin) implements RequestedFile {}

    record OwnXml(MacAddress mac) implements RequestedFile {}

    record GenericXml() implements RequestedFile {}

    /** The file of all phones of a model; the model as it was asked for, known or not. */
    record ModelXml(String model) implements RequestedFile {}

    /** Anything else, and any path that tries tricks. */
    record Other() implements RequestedFile {}

    /**
     * The file that a path asks for; never throws.
     *
     * @param rawPath the path of the request as it was sent, still percent-encoded, without query
     */
    static RequestedFile of(String rawPath) {
        return PathReader.lastSegment(rawPath).map(FileName::read).orElseGet(Other::new);
    }

    /**
     * The decoded last segment of the path, printable ASCII without a slash; nothing for a path
     * that tries tricks.
     *
     * @param rawPath as in {@link #of}
     */
    static Optional<String> lastSegment(String rawPath) {
        return PathReader.lastSegment(rawPath);
    }
}
