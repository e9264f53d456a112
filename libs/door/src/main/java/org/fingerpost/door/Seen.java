package org.fingerpost.door;

import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.door.sightings.Proof;

/**
 * What a door has to say about a request for its sighting; the rest (time, status, size, address)
 * is added by the doorway. Never a path, never a token. An empty string, or provider 0, means: not
 * known.
 *
 * @param mac twelve lower-case hex digits
 * @param file base name of a firmware file
 * @param proof by what the phone has shown that it is that one
 * @param rollout by whose rule it was given the file, 0 if by none
 */
public record Seen(
        Kind kind,
        Outcome outcome,
        String mac,
        long provider,
        String file,
        String model,
        String version,
        Proof proof,
        long rollout) {
    private static final int MAC_DIGITS = 12;

    public Seen {
        if (!mac.isEmpty() && !isMac(mac)) {
            throw new IllegalArgumentException("the MAC of a sighting is 12 lower-case hex digits");
        }
        if (file.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a sighting names a file, not a path");
        }
    }

    /** Of a phone that has shown nothing, and that no rollout gave anything. */
    public Seen(
            Kind kind,
            Outcome outcome,
            String mac,
            long provider,
            String file,
            String model,
            String version) {
        this(kind, outcome, mac, provider, file, model, version, Proof.NONE, 0);
    }

    private static boolean isMac(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' || c >= 'a' && c <= 'f' ? 1 : 0;
        }
        return digits == MAC_DIGITS && text.length() == MAC_DIGITS;
    }

    public static Seen of(Kind kind, Outcome outcome) {
        return new Seen(kind, outcome, "", 0, "", "", "");
    }

    public Seen withOutcome(Outcome changed) {
        return new Seen(kind, changed, mac, provider, file, model, version, proof, rollout);
    }

    public Seen withMac(String twelveHexDigits) {
        return new Seen(
                kind, outcome, twelveHexDigits, provider, file, model, version, proof, rollout);
    }

    public Seen withProvider(long id) {
        return new Seen(kind, outcome, mac, id, file, model, version, proof, rollout);
    }

    public Seen withFile(String baseName) {
        return new Seen(kind, outcome, mac, provider, baseName, model, version, proof, rollout);
    }

    /** Model and firmware version as the phone gave them in its User-Agent. */
    public Seen withModel(String name, String firmwareVersion) {
        return new Seen(kind, outcome, mac, provider, file, name, firmwareVersion, proof, rollout);
    }

    public Seen withProof(Proof shown) {
        return new Seen(kind, outcome, mac, provider, file, model, version, shown, rollout);
    }

    public Seen withRollout(long id) {
        return new Seen(kind, outcome, mac, provider, file, model, version, proof, id);
    }
}
