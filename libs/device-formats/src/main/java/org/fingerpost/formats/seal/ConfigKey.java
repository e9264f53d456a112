package org.fingerpost.formats.seal;

import java.nio.charset.StandardCharsets;

/**
 * A password that a phone can hold as P1359: 1 to 40 characters of ASCII 33 to 126, so no space.
 * The rules are those of the vendor's templates; a file sealed under another password could be
 * opened by OpenSSL but by no phone.
 */
public final class ConfigKey {

    public static final int MOST_CHARACTERS = 40;

    private final String password;

    private ConfigKey(String password) {
        this.password = password;
    }

    /**
     * @throws SealException with a sentence that does not quote the password
     */
    public static ConfigKey of(String password) {
        if (password.isEmpty()) {
            throw new SealException("the XML password (P1359) is empty: it has 1 to 40 characters");
        }
        if (password.length() > MOST_CHARACTERS) {
            throw new SealException(
                    "the XML password (P1359) has %d characters, phones take at most %d"
                            .formatted(password.length(), MOST_CHARACTERS));
        }
        for (int i = 0; i < password.length(); i++) {
            char c = password.charAt(i);
            if (c < '!' || c > '~') {
                throw new SealException(
                        "the XML password (P1359) may hold ASCII 33 to 126 only: character %d is %s"
                                .formatted(i + 1, c == ' ' ? "a space" : "none of them"));
            }
        }
        return new ConfigKey(password);
    }

    byte[] octets() {
        return password.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigKey that && password.equals(that.password);
    }

    @Override
    public int hashCode() {
        return password.hashCode();
    }

    @Override
    public String toString() {
        return "********";
    }
}
