package org.fingerpost.formats.inspect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgPairs;
import org.fingerpost.formats.inspect.Inspection.Findings;
import org.fingerpost.formats.pvalue.PValue;

/** The pairs of a config binary, gnkey and the padding. */
final class CfgBodyInspector {

    private static final String USUAL_KEY = "0b82";

    private final byte[] file;
    private final Findings findings;
    private final CfgPairs pairs;
    private final CfgValueInspector values;

    /** By number: where each P-value stands first. */
    private final Map<Integer, Integer> seen = new HashMap<>();

    private int secrets;
    private boolean keySeen;

    CfgBodyInspector(byte[] file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.pairs = new CfgPairs(file);
        this.values = new CfgValueInspector(file, findings);
    }

    /** True if a pair or gnkey stands where a body begins. */
    static boolean begins(byte[] file) {
        var pairs = new CfgPairs(file);
        return pairs.next() || pairs.restIsKey();
    }

    void inspect() {
        do {
            while (pairs.next()) {
                pair();
            }
            if (pairs.restIsKey()) {
                key();
            } else if (pairs.rest() < pairs.bodyEnd()) {
                noPair();
            }
        } while (pairs.rest() < pairs.bodyEnd());
        if (!keySeen) {
            findings.error(
                    pairs.bodyEnd(),
                    "the body does not end with gnkey=0b82, without which the update fails");
        }
        findings.fact(
                "settings",
                secrets == 0
                        ? "" + seen.size()
                        : "%d, %d of them secret".formatted(seen.size(), secrets));
        findings.fact("escapes", values.style());
        padding();
    }

    private void pair() {
        int digits = pairs.value() - pairs.name() - 2;
        if (digits > PValue.DIGITS || digits > 1 && file[pairs.name() + 1] == '0') {
            findings.error(
                    pairs.name(),
                    "no P-value's name: it has a leading zero or more than six digits");
            return;
        }
        var p = PValue.parse(text(pairs.name(), pairs.value() - 1));
        Integer first = seen.putIfAbsent(p.number(), pairs.name());
        if (first != null) {
            findings.warning(
                    pairs.name(),
                    "%s stands at byte %d already: this one counts".formatted(p, first));
        } else if (p.isSecret() && pairs.end() > pairs.value()) {
            secrets++;
        }
        values.inspect(p, pairs.value(), pairs.end());
    }

    private void key() {
        int from = pairs.keyValue();
        int end = endOfPair(from);
        String key = text(from, end);
        String ofMac = "%02x%02x".formatted(file[7], file[8]);
        if (!key.matches("[0-9A-Fa-f]{4}")) {
            findings.error(from, "gnkey is not four hexadecimal digits: should be 0b82");
        } else if (!key.equals(USUAL_KEY)) {
            findings.warning(
                    from,
                    key.equalsIgnoreCase(ofMac)
                            ? "gnkey is %s, from the MAC address: nearly all encoders write 0b82"
                                    .formatted(key)
                            : "gnkey is %s: should be 0b82".formatted(key));
        }
        if (keySeen) {
            findings.error(pairs.rest(), "gnkey stands here a second time");
        } else {
            keySeen = true;
            findings.fact("gnkey", key.matches("[0-9A-Fa-f]{4}") ? key : "none");
        }
        if (end < pairs.bodyEnd()) {
            findings.error(end, "something follows gnkey, which must be last or the update fails");
        }
        pairs.resume(end);
    }

    /** The name is not quoted: it may be part of a secret with an ampersand in it. */
    private void noPair() {
        int from = pairs.rest();
        int end = endOfPair(from);
        boolean named = text(from, end).indexOf('=') >= 0;
        findings.error(from, named ? "a name that is no P-value" : "a pair without an equals sign");
        pairs.resume(end);
    }

    private void padding() {
        int nuls = 0;
        while (nuls < file.length - CfgBinary.HEADER && file[file.length - 1 - nuls] == 0) {
            nuls++;
        }
        int body = file.length - nuls;
        int toTwo = -body & 1;
        int toFour = -body & 3;
        if (nuls == toTwo) {
            findings.fact("padding", nuls == 0 ? "none needed" : "one NUL, to an even size");
        } else if (nuls == toFour) {
            findings.fact("padding", nuls + " NULs, to a multiple of four");
        } else {
            findings.warning(
                    body,
                    "%d NULs of padding: %d would make the size even, %d a multiple of four"
                            .formatted(nuls, toTwo, toFour));
        }
    }

    private int endOfPair(int from) {
        int end = from;
        while (end < pairs.bodyEnd() && file[end] != '&') {
            end++;
        }
        return end;
    }

    private String text(int from, int to) {
        return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
