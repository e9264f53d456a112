package org.fingerpost.fuzz.files;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.cfg.CfgVariant;
import org.fingerpost.formats.cfg.PlusSign;
import org.fingerpost.formats.cfg.Words;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * The config binary. Refused by its own exception, at an offset inside the file. What was read is
 * written again, in every variant, and reads the same. The address is that of the header.
 *
 * <p>The input is tried as it is, then with a length and a checksum that are right, which a fuzzer
 * would hardly ever guess.
 */
public final class CfgTarget {

    private CfgTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] repaired = repaired(input);
        for (PlusSign plus : PlusSign.values()) {
            read(input, plus);
            read(repaired, plus);
        }
    }

    /** The input with an even size, blank lines, length and checksum of a sound file. */
    static byte[] repaired(byte[] input) {
        int size = Math.max(input.length + 1 & -2, CfgBinary.HEADER);
        var file = ByteBuffer.allocate(size).put(input);
        file.putInt(0, size / 2).putShort(4, (short) 0).putInt(12, 0x0d0a0d0a);
        return file.putShort(4, (short) -Words.sum(file.array())).array();
    }

    private static void read(byte[] file, PlusSign plus) {
        Optional<CfgFile> read =
                Allowance.of(
                        file.length,
                        () ->
                                Claim.readOrRefused(
                                        CfgFormatException.class, () -> decode(file, plus)));
        read.ifPresent(found -> {
            Claim.same(
                    ByteBuffer.wrap(file).getLong(4) & 0xffff_ffff_ffffL,
                    found.mac().bits(),
                    "the address is that of the header");
            for (CfgVariant variant : CfgVariant.values()) {
                rewritten(found, EnumSet.of(variant));
            }
            rewritten(found, Set.of());
        });
    }

    private static CfgFile decode(byte[] file, PlusSign plus) {
        try {
            return CfgBinary.decode(file, plus);
        } catch (CfgFormatException refused) {
            Claim.holds(
                    refused.offset() >= 0 && refused.offset() <= file.length,
                    "the offset of a refusal is in the file");
            throw refused;
        }
    }

    private static void rewritten(CfgFile read, Set<CfgVariant> variants) {
        PlusSign plus = variants.contains(CfgVariant.FORM_SPACES) ? PlusSign.SPACE : PlusSign.PLUS;
        Claim.readOrRefused(
                        CfgFormatException.class,
                        () -> CfgBinary.encode(read.mac(), read.settings(), variants))
                .ifPresentOrElse(
                        written ->
                                Claim.same(
                                        read,
                                        CfgBinary.decode(written, plus),
                                        "what was written reads the same"),
                        // Escaping makes a value three times as long.
                        () ->
                                Claim.holds(
                                        read.settings().toString().length()
                                                > CfgBinary.MAX_BYTES / 10,
                                        "only a large file is too large once it is escaped"));
    }
}
