package org.fingerpost.launcher.trust;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * The operator's key, the master key and the redirect key: made once, kept for ever; losing the
 * master key loses every sealed setting, losing the redirect key every secret of a target server or
 * a webhook.
 */
public record Keys(Path operatorKey, Path masterKey, Path redirectKey) {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern OPERATOR_KEY = Pattern.compile("fp_0_[a-z2-7]{40}\\R?");
    private static final Pattern SEALING_KEY = Pattern.compile("[0-9a-f]{64}\\R?");

    /** Where they lie, made or not. */
    public static Keys in(Home home) {
        return new Keys(home.operatorKey(), home.masterKey(), home.redirectKey());
    }

    /** Makes those that are missing, and refuses what does not look like one. */
    public static Keys make(Home home, SecureRandom random) {
        check(
                home.operatorKey(),
                OPERATOR_KEY,
                PrivateFile.readOrMake(home.operatorKey(), () -> operatorKey(random)));
        makeSealingKey(home.masterKey(), random);
        makeSealingKey(home.redirectKey(), random);
        return in(home);
    }

    private static void makeSealingKey(Path file, SecureRandom random) {
        check(file, SEALING_KEY, PrivateFile.readOrMake(file, () -> sealingKey(random)));
    }

    /** A password for a program, not for a person: 40 letters and digits, 200 bits. */
    public static String password(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return text.toString();
    }

    private static String operatorKey(SecureRandom random) {
        return "fp_0_" + password(random) + "\n";
    }

    private static String sealingKey(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "\n";
    }

    private static void check(Path file, Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new LaunchFailure(
                    file + " does not hold a key of the form that deploy/up makes; restore it.");
        }
    }
}
