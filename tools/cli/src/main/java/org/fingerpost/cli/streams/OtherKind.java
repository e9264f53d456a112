package org.fingerpost.cli.streams;

import java.util.Optional;
import java.util.Set;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspector;

/** Tells whoever gave a file to the wrong command what it is, and which command reads it. */
public final class OtherKind {

    private OtherKind() {}

    /**
     * What the file is, in a sentence; nothing if it is of a kind that was wanted, or of none that
     * is known.
     */
    public static Optional<String> of(byte[] file, Set<FileKind> wanted) {
        FileKind kind = Inspector.inspect(file).kind();
        return wanted.contains(kind) || kind == FileKind.UNKNOWN
                ? Optional.empty()
                : Optional.of("is of another kind: " + kind.meaning() + reader(kind));
    }

    private static String reader(FileKind kind) {
        return switch (kind) {
            case CFG_BINARY -> "; fingerpost cfg decode reads it";
            case XML_P_VALUES, XML_ALIASES -> "; fingerpost xml read reads it";
            case SEALED -> "; fingerpost xml open opens it first";
            case SEALED_BASE64 -> "; decode it (base64 -d), then fingerpost xml open opens it";
            case TEXT_TEMPLATE -> "; fingerpost template import reads it";
            case CFG_ENCRYPTED, XML_OTHER, FIRMWARE_CONTAINER, FIRMWARE_IMAGE, EMPTY, UNKNOWN -> "";
        };
    }
}
