package org.fingerpost.firmware.images;

import java.util.List;
import org.fingerpost.firmware.names.Version;

/**
 * What the outer header of an image says.
 *
 * @param format for people
 * @param members the names of what is in it
 * @param versions of its members; empty if the format's versions are not understood
 */
public record KnownImage(String format, List<String> members, List<Version> versions) {
    public KnownImage {
        members = List.copyOf(members);
        versions = List.copyOf(versions);
    }
}
