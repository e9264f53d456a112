package org.fingerpost.firmware.releases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.firmware.names.Naming;
import org.fingerpost.firmware.names.Version;

/**
 * The firmware of a family, or of one model, in a version: its files by name.
 *
 * @param provider whose it is; {@link #PLATFORM} for the operator's
 * @param minimum the version that a phone must have reached before it takes this one
 */
public record FirmwareRelease(
        long id,
        long provider,
        FamilyName family,
        Version version,
        State state,
        String notes,
        Optional<Version> minimum,
        Naming naming,
        List<File> files) {
    /** The owner of the operator's releases, to which providers can subscribe. */
    public static final long PLATFORM = 0;

    public FirmwareRelease {
        files = List.copyOf(files);
    }

    /** The prefix that tells its files from others', its own. */
    public String toldPrefix() {
        return naming.prefix();
    }

    /** The postfix that does so: its own, or else the one that every release has. */
    public String toldPostfix() {
        boolean own = !(naming.prefix() + naming.postfix()).isEmpty();
        return own ? naming.postfix() : "_" + version;
    }

    /** A name and the bytes that it stands for. */
    public record File(FileName name, Digest digest, long size) {}

    /** Only a published release is served. Once withdrawn it does not come back. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN;

        /** As JSON, SQL and the state topic spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
