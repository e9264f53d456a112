package org.fingerpost.redirect.answers;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.redirect.instructions.Checks;

/**
 * One form of file for all phones of a target server that are told alike. If phones have intervals
 * of their own there is a template for each number of digits, from the shortest interval's on.
 */
final class Prepared {
    private static final int TAG_BYTES = 8;

    private final Checks checks;
    private final boolean ownIntervals;
    private final int fewestDigits;
    private final Template[] templates;
    private final String tag;

    /**
     * @param ownIntervals whether phones' intervals differ, and are told
     * @param told what is told to a phone with so many minutes
     * @param form makes a template of it, with a gap of so many digits
     */
    Prepared(
            Checks checks,
            boolean ownIntervals,
            IntFunction<PValues> told,
            BiFunction<PValues, Integer, Template> form) {
        this.checks = checks;
        this.ownIntervals = ownIntervals;
        this.fewestDigits = digits(checks.shortestMinutes());
        if (ownIntervals) {
            templates = new Template[digits(checks.longestMinutes()) - fewestDigits + 1];
            for (int i = 0; i < templates.length; i++) {
                int digits = fewestDigits + i;
                templates[i] = form.apply(told.apply(ofDigits(digits)), digits);
            }
        } else {
            templates = new Template[] {form.apply(told.apply(checks.intervalMinutes()), 0)};
        }
        tag = tag();
    }

    Rendered fill(MacAddress mac) {
        int minutes = ownIntervals ? checks.minutes(mac) : 0;
        Template template = ownIntervals ? templates[digits(minutes) - fewestDigits] : templates[0];
        return new Rendered(template.fill(mac, minutes), tag + mac);
    }

    /** Of all that the bytes depend on but the MAC address, which is put behind it. */
    private String tag() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(templates[0].bytes());
            if (ownIntervals) {
                digest.update(checks.key().bytes());
                digest.update(
                        ByteBuffer.allocate(2 * Integer.BYTES)
                                .putInt(checks.shortestMinutes())
                                .putInt(checks.longestMinutes())
                                .array());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + "-";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static int digits(int number) {
        int digits = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static int ofDigits(int digits) {
        int number = 1;
        for (int i = 1; i < digits; i++) {
            number *= 10;
        }
        return number;
    }
}
