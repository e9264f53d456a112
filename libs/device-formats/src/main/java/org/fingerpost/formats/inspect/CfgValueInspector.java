package org.fingerpost.formats.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.fingerpost.formats.inspect.Inspection.Findings;
import org.fingerpost.formats.pvalue.PValue;

/** The octets of the values of one config binary. Each trouble is named once a value. */
final class CfgValueInspector {

    private final byte[] file;
    private final Findings findings;

    private boolean upperCase;
    private boolean lowerCase;
    private boolean escapes;
    private boolean raw;
    private boolean plus;

    CfgValueInspector(byte[] file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void inspect(PValue p, int from, int to) {
        var meant = new ByteArrayOutputStream(to - from);
        int ampersand = -1;
        int percent = -1;
        int control = -1;
        int high = -1;
        for (int i = from; i < to; i++) {
            int at = i;
            int octet = file[i] & 0xff;
            if (octet == '%' && isEscape(i, to)) {
                octet = escaped(i);
                i += 2;
            } else {
                look(octet);
                ampersand = first(ampersand, at, octet == '&');
                percent = first(percent, at, octet == '%');
                high = first(high, at, octet >= 0x80);
            }
            control = first(control, at, isControl(octet));
            meant.write(octet);
        }
        warn(ampersand, "an ampersand that no pair follows: read as part of the value of " + p);
        warn(
                percent,
                "a %% that no two hexadecimal digits follow in the value of %s: read as itself"
                        .formatted(p));
        if (control >= 0) {
            findings.error(
                    control,
                    "a control character in the value of %s that no XML could carry: not read"
                            .formatted(p));
        }
        if (!isUtf8(meant.toByteArray())) {
            findings.warning(from, "the value of %s is no UTF-8: read as ISO 8859-1".formatted(p));
        } else {
            warn(high, "unescaped UTF-8 in the value of " + p);
        }
    }

    /** How the writer escapes, as far as the values show it. */
    String style() {
        if (!escapes) {
            return raw
                    ? "none, though some were needed"
                    : plus ? "none, a plus stands raw" : "none needed";
        }
        String style =
                raw ? "some characters only" : plus ? "form style, + for a space" : "RFC 3986";
        return style + (lowerCase ? upperCase ? ", either case" : ", lower case" : "");
    }

    private void look(int octet) {
        boolean unreserved =
                octet >= '0' && octet <= '9'
                        || octet >= 'A' && octet <= 'Z'
                        || octet >= 'a' && octet <= 'z'
                        || "-._~*".indexOf(octet) >= 0;
        plus |= octet == '+';
        raw |= !unreserved && octet != '+';
    }

    private boolean isEscape(int at, int to) {
        return at + 2 < to && digit(at + 1) >= 0 && digit(at + 2) >= 0;
    }

    private int escaped(int at) {
        escapes = true;
        for (int i = at + 1; i <= at + 2; i++) {
            upperCase |= file[i] >= 'A' && file[i] <= 'F';
            lowerCase |= file[i] >= 'a';
        }
        return digit(at + 1) << 4 | digit(at + 2);
    }

    private int digit(int at) {
        return file[at] < 0 ? -1 : Character.digit((char) file[at], 16);
    }

    private static boolean isControl(int octet) {
        return octet < ' ' && octet != '\t' && octet != '\n' && octet != '\r';
    }

    private static boolean isUtf8(byte[] octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException not) {
            return false;
        }
    }

    private static int first(int before, int at, boolean here) {
        return before < 0 && here ? at : before;
    }

    private void warn(int offset, String sentence) {
        if (offset >= 0) {
            findings.warning(offset, sentence);
        }
    }
}
