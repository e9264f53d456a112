package org.fingerpost.firmware.releases;

import java.util.List;
import java.util.Locale;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.catalog.FileName;

/**
 * The firmware of a family, or of one model, in a version: its files by name.
 *
 * @param family the maker's spelling
 */
public record FirmwareRelease(
        long id, long provider, String family, Version version, State state, List<File> files) {
    public FirmwareRelease {
        files = List.copyOf(files);
    }

    /** A name and the bytes that it stands for. */
    public record File(FileName name, Digest digest, long size) {}

    /** Only a published release is served. */
    public enum State {
        DRAFT,
        PUBLISHED;

        /** As JSON, SQL and the state topic spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
