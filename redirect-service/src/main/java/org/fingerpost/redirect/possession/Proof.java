package org.fingerpost.redirect.possession;

/** A code from a carton or a serial number from a phone, as a provider shows it. */
public record Proof(String code) {
    private static final int LONGEST = 100;

    public Proof {
        code = code.strip();
        if (code.isEmpty() || code.length() > LONGEST) {
            throw new IllegalArgumentException("a proof has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "proof (hidden)";
    }
}
