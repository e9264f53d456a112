package org.fingerpost.cli.batch.make;

import java.util.Set;
import org.fingerpost.formats.cfg.CfgVariant;

/**
 * Which files a device gets, how they are called, and how they are written.
 *
 * @param formats at least one
 */
public record Form(Set<FileFormat> formats, FileNames names, Set<CfgVariant> variants, Seal seal) {

    /** Where the password of the XML comes from. */
    public sealed interface Seal {
        /** The XML stays readable. */
        record None() implements Seal {}

        /** P1359, as the phone has it, or gets it in the binary. */
        record FromSetting() implements Seal {}

        /** A column, which need not be told to the phone. */
        record FromColumn(String name) implements Seal {}
    }
}
