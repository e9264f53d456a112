package org.fingerpost.fuzz.files;

import java.util.Arrays;
import java.util.HexFormat;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.SealException;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * Sealing. Bytes that do not open are refused by its own exception; those that do make the very
 * same file when they are sealed again. Any bytes, sealed with or without a salt, open to
 * themselves.
 */
public final class SealTarget {

    private static final String PASSWORD = "1234567890abcdef";
    private static final ConfigKey KEY = ConfigKey.of(PASSWORD);
    private static final int SALT_FROM = 8;
    private static final int SALT_TO = 16;

    private SealTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (KeyDigest digest : KeyDigest.values()) {
            Salt salt = salt(input);
            Allowance.of(
                            input.length,
                            () ->
                                    Claim.readOrRefused(
                                            SealException.class,
                                            () -> Sealing.open(input, PASSWORD, digest)))
                    .ifPresent(plain ->
                            same(
                                    input,
                                    Sealing.seal(plain, KEY, digest, salt),
                                    "what opens is sealed to the same bytes"));
            for (Salt any : new Salt[] {salt, Salt.none(), Salt.parse("00ff00ff00ff00ff")}) {
                byte[] sealed = Sealing.seal(input, KEY, digest, any);
                same(
                        input,
                        Sealing.open(sealed, PASSWORD, digest),
                        "what was sealed opens to itself");
            }
        }
    }

    private static Salt salt(byte[] sealed) {
        return Sealing.isSalted(sealed)
                ? Salt.parse(HexFormat.of().formatHex(sealed, SALT_FROM, SALT_TO))
                : Salt.none();
    }

    private static void same(byte[] expected, byte[] actual, String sentence) {
        Claim.holds(Arrays.equals(expected, actual), sentence);
    }
}
