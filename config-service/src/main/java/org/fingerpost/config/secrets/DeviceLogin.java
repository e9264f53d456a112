package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * Name and password by which a device fetches its file where its provider chose HTTP Basic (RFC
 * 7617). Both fit into the 40 characters that phones keep of P1360 and P1361.
 */
public final class DeviceLogin {
    /** Visible ASCII; a colon ends the name on the wire. */
    private static final Pattern USER = Pattern.compile("[!-9;-~]{1,40}");

    /** A door counts no guesses, so there must be too many to try. */
    private static final Pattern PASSWORD = Pattern.compile("[!-~]{12,40}");

    private final String user;
    private final String password;

    DeviceLogin(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /**
     * The login that a provider has chosen.
     *
     * @throws IllegalArgumentException with a sentence that does not quote the password
     */
    public static DeviceLogin chosen(String user, String password) {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException(
                    "user: a login's name has 1 to 40 visible ASCII characters and no colon");
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException(
                    "password: a login's password has 12 to 40 visible ASCII characters");
        }
        return new DeviceLogin(user, password);
    }

    /** Is this what was presented? Both are compared, whatever comes of the first. */
    public boolean is(String presentedUser, String presentedPassword) {
        return equal(user, presentedUser) & equal(password, presentedPassword);
    }

    public String user() {
        return user;
    }

    /** The password itself: for the device's own file, and for whoever sets it up by hand. */
    public String revealPassword() {
        return password;
    }

    @Override
    public String toString() {
        return "DeviceLogin[…]";
    }

    private static boolean equal(String ours, String presented) {
        return MessageDigest.isEqual(
                ours.getBytes(StandardCharsets.US_ASCII),
                presented.getBytes(StandardCharsets.UTF_8));
    }
}
