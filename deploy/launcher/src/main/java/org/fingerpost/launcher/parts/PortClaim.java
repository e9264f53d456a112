package org.fingerpost.launcher.parts;

/**
 * A port that a part needs: the address it listens on, what for, and the variable that would choose
 * another.
 */
public record PortClaim(String bind, int port, String purpose, String variable) {

    public String refusal() {
        return "Port "
                + port
                + " is taken, and "
                + purpose
                + " needs it: stop the other program or choose another port"
                + " with "
                + variable
                + ".";
    }
}
