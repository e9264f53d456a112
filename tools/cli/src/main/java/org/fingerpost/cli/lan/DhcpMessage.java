package org.fingerpost.cli.lan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.cli.files.Mac;

/**
 * A message of DHCP (RFC 2131, RFC 2132) as far as a phone needs it.
 *
 * <pre>
 * message = op %x01.06.00 xid 2OCTET flags ciaddr yiaddr siaddr giaddr chaddr sname file
 *           %x63.82.53.63 *option
 * op      = %x01 / %x02                ; asked, answered
 * xid     = 4OCTET                     ; ciaddr, yiaddr, siaddr, giaddr as well
 * flags   = %x80.00                    ; the answer comes as a broadcast
 * chaddr  = 16OCTET                    ; the first six are the MAC
 * sname   = 64OCTET / *option          ; options where option 52 says so
 * file    = 128OCTET / *option
 * option  = %x00 / %xFF / number length *OCTET
 * </pre>
 *
 * <p>An option that comes several times is one long one (RFC 3396).
 */
record DhcpMessage(int xid, byte[] yourAddress, Map<Integer, byte[]> options) {
    static final int TYPE = 53;
    static final int REQUESTED_ADDRESS = 50;
    static final int SERVER = 54;

    private static final int COOKIE = 0x63825363;
    private static final int SERVER_NAME_AT = 44;
    private static final int FILE_AT = 108;
    private static final int COOKIE_AT = 236;
    private static final int OPTIONS_AT = 240;
    private static final int OVERLOAD = 52;

    /** What BOOTP relays may drop if it is shorter (RFC 1542, section 2.1). */
    private static final int LEAST_LENGTH = 300;

    DhcpMessage {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** What a phone sends, options in the order of their numbers. */
    static byte[] write(int xid, Mac mac, byte[] clientAddress, Map<Integer, byte[]> options) {
        var head = ByteBuffer.allocate(OPTIONS_AT);
        head.put(new byte[] {1, 1, 6, 0}).putInt(xid).putShort((short) 0);
        head.putShort((short) 0x8000).put(clientAddress);
        head.position(28).put(mac.bytes());
        head.putInt(COOKIE_AT, COOKIE);
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.array());
        new TreeMap<>(options)
                .forEach((number, value) -> {
                    out.write(number);
                    out.write(value.length);
                    out.writeBytes(value);
                });
        out.write(0xff);
        return Arrays.copyOf(out.toByteArray(), Math.max(LEAST_LENGTH, out.size()));
    }

    /** Reads an answer; empty if it is none, or its options go beyond its end. */
    static Optional<DhcpMessage> read(byte[] message) {
        if (message.length < OPTIONS_AT
                || message[0] != 2
                || ByteBuffer.wrap(message).getInt(COOKIE_AT) != COOKIE) {
            return Optional.empty();
        }
        var options = new TreeMap<Integer, byte[]>();
        if (!readOptions(message, OPTIONS_AT, message.length, options)) {
            return Optional.empty();
        }
        var overload = options.getOrDefault(OVERLOAD, new byte[1]);
        var where = overload.length == 1 ? overload[0] : 0;
        var whole =
                ((where & 1) == 0 || readOptions(message, FILE_AT, COOKIE_AT, options))
                        && ((where & 2) == 0
                                || readOptions(message, SERVER_NAME_AT, FILE_AT, options));
        var read =
                new DhcpMessage(
                        ByteBuffer.wrap(message).getInt(4),
                        Arrays.copyOfRange(message, 16, 20),
                        options);
        return whole ? Optional.of(read) : Optional.empty();
    }

    private static boolean readOptions(
            byte[] message, int from, int to, Map<Integer, byte[]> options) {
        var at = from;
        while (at < to && message[at] != (byte) 0xff) {
            if (message[at] == 0) {
                at++;
                continue;
            }
            var length = at + 1 < to ? message[at + 1] & 0xff : to;
            if (at + 2 + length > to) {
                return false;
            }
            var value = Arrays.copyOfRange(message, at + 2, at + 2 + length);
            options.merge(message[at] & 0xff, value, DhcpMessage::joined);
            at += 2 + length;
        }
        return true;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Option 53: 2 offers, 5 agrees, 6 refuses; 0 if it is not there. */
    int type() {
        var type = options.getOrDefault(TYPE, new byte[0]);
        return type.length == 1 ? type[0] : 0;
    }

    /** An option as text, without the NULs that some servers end it with. */
    Optional<String> text(int option) {
        return Optional.ofNullable(options.get(option))
                .map(bytes -> new String(bytes, ISO_8859_1).replaceAll("\0+$", ""))
                .filter(text -> !text.isEmpty());
    }
}
