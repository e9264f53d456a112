package org.fingerpost.redirect.possession;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;

/** The addresses of a carton, or of one phone, and the code that goes with them. */
record Carton(MacAddress first, MacAddress last, Proof proof) {
    private static final int MOST = 30_000;

    Carton {
        if (first.compareTo(last) > 0 || first.isZero() || first.isMulticast()) {
            throw new IllegalArgumentException("no carton holds " + first + ".." + last);
        }
    }

    /**
     * Reads a list, a carton or a phone a line:
     *
     * <pre>
     * list = *( line LF )
     * line = first "," last "," code / mac "," serial / empty
     * </pre>
     *
     * @throws IllegalArgumentException with the number of the line that is neither
     */
    static List<Carton> parse(String csv) {
        List<Carton> cartons = new ArrayList<>();
        int number = 0;
        for (String line : csv.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                cartons.add(line(line.strip(), number));
            }
            if (cartons.size() > MOST) {
                throw new IllegalArgumentException("a list has " + MOST + " lines at the most");
            }
        }
        return cartons;
    }

    private static Carton line(String line, int number) {
        String[] cells = line.split(",", -1);
        if (cells.length < 2 || cells.length > 3) {
            throw new IllegalArgumentException(
                    "line " + number + " is neither first,last,code nor mac,serial");
        }
        try {
            return new Carton(
                    MacAddress.parse(cells[0].strip()),
                    MacAddress.parse(cells[cells.length - 2].strip()),
                    new Proof(cells[cells.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    /** What is kept of a code. The salt is drawn for each carton. */
    static byte[] digest(byte[] salt, Proof proof) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return sha256.digest(proof.code().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
