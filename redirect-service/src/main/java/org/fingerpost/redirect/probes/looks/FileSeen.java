package org.fingerpost.redirect.probes.looks;

import java.util.Optional;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspector;
import org.fingerpost.redirect.probes.looks.Point.Verdict;

/**
 * What came when a file was asked for; never the file.
 *
 * @param status of HTTP
 * @param length in bytes, as the answer's header says
 * @param looksLike id of the kind that its first bytes look like
 */
public record FileSeen(
        String file,
        Verdict verdict,
        Optional<Integer> status,
        Optional<Long> length,
        Optional<String> contentType,
        Optional<String> looksLike,
        String detail) {

    static FileSeen nothing(String file, Verdict verdict, String detail) {
        return new FileSeen(
                file,
                verdict,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                detail);
    }

    /** A file that came over TFTP. */
    static FileSeen bytes(String file, byte[] start) {
        FileKind kind = Inspector.inspect(start).kind();
        return new FileSeen(
                file,
                verdict(file, kind),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(kind.id()),
                kind.meaning());
    }

    /** Would a phone that asked for a file of this name take one of this kind? */
    static Verdict verdict(String file, FileKind kind) {
        boolean takes =
                switch (kind) {
                    case CFG_BINARY, CFG_ENCRYPTED -> isBinary(file);
                    case XML_P_VALUES, XML_ALIASES, SEALED -> file.endsWith(".xml");
                    case FIRMWARE_CONTAINER, FIRMWARE_IMAGE -> isFirmware(file);
                    case XML_OTHER, SEALED_BASE64, TEXT_TEMPLATE, EMPTY -> false;
                    // Newer firmware has marks that nobody has published.
                    case UNKNOWN -> isFirmware(file);
                };
        return takes ? Verdict.PASSED : Verdict.FAILED;
    }

    private static boolean isBinary(String file) {
        return !file.endsWith(".xml") && !isFirmware(file);
    }

    private static boolean isFirmware(String file) {
        return file.endsWith(".bin");
    }
}
