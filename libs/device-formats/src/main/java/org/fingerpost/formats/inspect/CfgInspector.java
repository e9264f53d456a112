package org.fingerpost.formats.inspect;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.cfg.CfgVariant;
import org.fingerpost.formats.cfg.PlusSign;
import org.fingerpost.formats.cfg.Words;
import org.fingerpost.formats.inspect.Inspection.Findings;
import org.fingerpost.formats.mac.MacAddress;

/** The header of a config binary, and the file as a whole; grammar in {@link CfgBinary}. */
final class CfgInspector {

    private static final int CHECKSUM = 4;
    private static final int MAC = 6;
    private static final int BLANK_LINES = 12;
    private static final int CR_LF_CR_LF = 0x0d0a0d0a;
    private static final int CIPHER_BLOCK = 16;

    private final byte[] file;
    private final Findings findings;
    private final ByteBuffer header;
    private final int words;

    CfgInspector(byte[] file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.header = ByteBuffer.wrap(file);
        this.words = (file.length + 1) / 2;
    }

    /** By its blank lines; failing these, by a body or a checksum behind what may be a length. */
    static boolean recognises(byte[] file) {
        if (file.length < CfgBinary.HEADER) {
            return false;
        }
        if (ByteBuffer.wrap(file).getInt(BLANK_LINES) == CR_LF_CR_LF) {
            return true;
        }
        return file[0] == 0
                && (CfgBodyInspector.begins(file) || Words.sum(file) == 0 && file[3] != 0);
    }

    FileKind inspect() {
        boolean lengthHolds = length();
        checksum(lengthHolds);
        if (header.getInt(BLANK_LINES) != CR_LF_CR_LF) {
            findings.error(BLANK_LINES, "CR LF CR LF should stand here");
        }
        if (header.getShort(MAC) == (short) 0xff01) {
            return encrypted();
        }
        mac();
        new CfgBodyInspector(file, findings).inspect();
        findings.fact(
                "written as", variants().map(CfgInspector::name).orElse("none of our variants"));
        return FileKind.CFG_BINARY;
    }

    private boolean length() {
        long said = Integer.toUnsignedLong(header.getInt(0));
        if (file.length % 2 != 0) {
            findings.error(file.length, "an odd number of bytes: one NUL of padding is missing");
        }
        if (file.length > CfgBinary.MAX_BYTES) {
            findings.warning(
                    CfgBinary.MAX_BYTES,
                    "over %d bytes: a reader that keeps 16 bits of the length stops too early"
                            .formatted(CfgBinary.MAX_BYTES));
        }
        if (said == words) {
            findings.fact("length", "%d words, as the header says".formatted(words));
            return true;
        }
        if (said == (words & 0xffff)) {
            findings.warning(
                    0,
                    "the length says %d words, the low 16 bits of %d: a reader of all 32 bits stops too early"
                            .formatted(said, words));
            return true;
        }
        findings.error(
                0,
                "the length says %d words (%d bytes), the file has %d (%d bytes): should be %08x"
                        .formatted(said, 2 * said, words, file.length, words));
        return false;
    }

    private void checksum(boolean lengthHolds) {
        int sum = Words.sum(file);
        if (sum == 0) {
            return;
        }
        int found = header.getShort(CHECKSUM) & 0xffff;
        int expected = found - sum & 0xffff;
        String sentence = "the checksum is %04x, should be %04x".formatted(found, expected);
        if (!lengthHolds) {
            int said = header.getShort(0) + header.getShort(2);
            int onceRight = expected + said - (words >>> 16) - words & 0xffff;
            sentence += ", or %04x once the length is right".formatted(onceRight);
        }
        findings.error(CHECKSUM, sentence);
    }

    private FileKind encrypted() {
        int body = file.length - CfgBinary.HEADER;
        findings.fact("body", body + " bytes, encrypted: not supported, neither opened nor judged");
        if (body % CIPHER_BLOCK != 0) {
            findings.warning(
                    CfgBinary.HEADER, "the encrypted body is no whole number of 16-byte blocks");
        }
        return FileKind.CFG_ENCRYPTED;
    }

    private void mac() {
        var mac = new MacAddress(header.getLong(CHECKSUM) & 0xffff_ffff_ffffL);
        findings.fact("MAC address", mac.toString());
        if (mac.bits() == 0) {
            findings.warning(MAC, "the MAC address is all zeros: no phone has it");
        } else if ((file[MAC] & 1) != 0) {
            findings.warning(MAC, "the MAC address is a group's: no phone has it");
        }
    }

    /** Those with which our encoder makes the very bytes. */
    private Optional<Set<CfgVariant>> variants() {
        try {
            for (PlusSign plus : PlusSign.values()) {
                CfgFile read = CfgBinary.decode(file, plus);
                for (int bits = 0; bits < 1 << CfgVariant.values().length; bits++) {
                    Set<CfgVariant> variants = subset(bits);
                    boolean formSpaces = variants.contains(CfgVariant.FORM_SPACES);
                    if (formSpaces == (plus == PlusSign.SPACE) && isMade(read, variants)) {
                        return Optional.of(variants);
                    }
                }
            }
        } catch (CfgFormatException refused) {
            // What the reader refuses is never sound, even if no inspector knows why.
            if (!findings.hasError()) {
                findings.error(refused.offset(), refused.getMessage());
            }
        }
        return Optional.empty();
    }

    private boolean isMade(CfgFile read, Set<CfgVariant> variants) {
        try {
            return Arrays.equals(file, CfgBinary.encode(read.mac(), read.settings(), variants));
        } catch (CfgFormatException tooLong) {
            return false;
        }
    }

    private static Set<CfgVariant> subset(int bits) {
        Set<CfgVariant> subset = EnumSet.noneOf(CfgVariant.class);
        for (CfgVariant variant : CfgVariant.values()) {
            if ((bits >> variant.ordinal() & 1) != 0) {
                subset.add(variant);
            }
        }
        return subset;
    }

    private static String name(Set<CfgVariant> variants) {
        return variants.isEmpty()
                ? "the plain form"
                : variants.stream().map(CfgVariant::id).collect(Collectors.joining(", "));
    }
}
