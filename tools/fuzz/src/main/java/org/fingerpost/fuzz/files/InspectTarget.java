package org.fingerpost.fuzz.files;

import java.util.Optional;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspection;
import org.fingerpost.formats.inspect.Inspector;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.SealException;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * The inspector never throws. A config binary is sound if and only if the reader reads it, and what
 * the reader reads is known for one; a sealed file that opens is sound. Offsets are inside the
 * file, sentences can be printed.
 */
public final class InspectTarget {

    private InspectTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        inspect(input);
        inspect(CfgTarget.repaired(input));
    }

    private static void inspect(byte[] file) {
        Inspection found = Allowance.of(file.length, () -> Inspector.inspect(file));
        for (Inspection.Fault fault : found.faults()) {
            Claim.holds(
                    fault.offset() >= 0 && fault.offset() <= file.length,
                    "a fault is in the file: " + fault);
            Claim.isTellable(fault.sentence());
        }
        for (Inspection.Fact fact : found.facts()) {
            Claim.isTellable(fact.name());
            Claim.isTellable(fact.text());
        }
        agreesWithReader(found, file);
        if (found.kind() == FileKind.SEALED && !found.isSound()) {
            Claim.holds(!opens(file), "a sealed file that opens is sound");
        }
    }

    private static void agreesWithReader(Inspection found, byte[] file) {
        Optional<CfgFile> read =
                Claim.readOrRefused(CfgFormatException.class, () -> CfgBinary.decode(file));
        if (found.kind() == FileKind.CFG_BINARY) {
            Claim.same(read.isPresent(), found.isSound(), "sound is what reads: " + found);
        } else {
            Claim.holds(read.isEmpty(), "what reads is a config binary, not " + found);
        }
    }

    private static boolean opens(byte[] file) {
        return Claim.readOrRefused(
                        SealException.class, () -> Sealing.open(file, "x", KeyDigest.MD5))
                .isPresent();
    }
}
