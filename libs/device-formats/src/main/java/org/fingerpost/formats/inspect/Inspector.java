package org.fingerpost.formats.inspect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fingerpost.formats.inspect.Inspection.Findings;
import org.fingerpost.formats.seal.Sealing;

/** Says of any bytes what they are and what is wrong with them. */
public final class Inspector {

    /** "Salted__" in base64. */
    private static final byte[] SALTED_BASE64 = "U2FsdGVkX1".getBytes(StandardCharsets.US_ASCII);

    private Inspector() {}

    /** Looks, and refuses nothing: what is no file for a phone is of kind unknown. */
    public static Inspection inspect(byte[] file) {
        var findings = new Findings();
        findings.fact("size", file.length + " bytes");
        return findings.of(kind(file, findings));
    }

    private static FileKind kind(byte[] file, Findings findings) {
        if (file.length == 0) {
            findings.error(0, "there is nothing in the file");
            return FileKind.EMPTY;
        }
        if (Sealing.isSalted(file)) {
            return sealed(file, findings);
        }
        if (startsWith(file, SALTED_BASE64)) {
            findings.error(0, "base64: a phone reads raw bytes only; seal without openssl's -a");
            return FileKind.SEALED_BASE64;
        }
        if (CfgInspector.recognises(file)) {
            return new CfgInspector(file, findings).inspect();
        }
        return FirmwareInspector.inspect(file, findings)
                .or(() -> TextInspector.inspect(file, findings))
                .orElseGet(() -> unknown(file, findings));
    }

    private static FileKind sealed(byte[] file, Findings findings) {
        int size = file.length - 16;
        findings.fact("cipher text", size + " bytes");
        findings.fact(
                "digest", "not told by the file: MD5 for phones, SHA-256 by OpenSSL's default");
        if (size == 0 || size % 16 != 0) {
            findings.error(
                    file.length,
                    "the cipher text is no whole number of 16-byte blocks: a part is missing, or"
                            + " something was added");
        }
        return FileKind.SEALED;
    }

    private static FileKind unknown(byte[] file, Findings findings) {
        if (file.length % 16 == 0) {
            findings.fact(
                    "note",
                    "a whole number of 16-byte blocks: XML sealed without a salt would look like"
                            + " this, but so does any noise");
        }
        return FileKind.UNKNOWN;
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length
                && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}
