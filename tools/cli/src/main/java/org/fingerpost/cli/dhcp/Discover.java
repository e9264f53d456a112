package org.fingerpost.cli.dhcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;

/**
 * What a phone sends to find a DHCP server (RFC 2131, RFC 2132), as far as it tells of the phone.
 *
 * <pre>
 * message = 28OCTET chaddr 192OCTET cookie *option      ; chaddr 16OCTET, the first six count
 * cookie  = %x63.82.53.63
 * option  = %x00 / %xFF / number length *OCTET
 * </pre>
 *
 * <p>The cookie is looked for, so that a frame or a capture file around the message does not
 * matter; of several messages the first is read.
 */
record Discover(String mac, Map<Integer, byte[]> options) {
    private static final byte[] COOKIE = {0x63, (byte) 0x82, 0x53, 0x63};
    private static final int BEFORE_COOKIE = 236;
    private static final int HARDWARE_ADDRESS = 28;
    private static final int PAD = 0;
    private static final int END = 255;

    /**
     * @throws IllegalArgumentException if there is no such message, with a sentence
     */
    static Discover read(byte[] capture) {
        int cookie =
                IntStream.rangeClosed(BEFORE_COOKIE, capture.length - COOKIE.length)
                        .filter(at -> isCookie(capture, at))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("there is no DHCP message in it"));
        int mac = cookie - BEFORE_COOKIE + HARDWARE_ADDRESS;
        return new Discover(
                HexFormat.of().formatHex(capture, mac, mac + 6),
                options(capture, cookie + COOKIE.length));
    }

    private static boolean isCookie(byte[] capture, int at) {
        return IntStream.range(0, COOKIE.length).allMatch(i -> capture[at + i] == COOKIE[i]);
    }

    private static Map<Integer, byte[]> options(byte[] capture, int from) {
        Map<Integer, byte[]> options = new LinkedHashMap<>();
        int at = from;
        while (at < capture.length && Byte.toUnsignedInt(capture[at]) != END) {
            int number = Byte.toUnsignedInt(capture[at++]);
            if (number == PAD) {
                continue;
            }
            int length = at < capture.length ? Byte.toUnsignedInt(capture[at]) : 0;
            if (at + 1 + length > capture.length) {
                throw new IllegalArgumentException(
                        "option " + number + " at byte " + (at - 1) + " goes beyond the end");
            }
            byte[] value = new byte[length];
            System.arraycopy(capture, at + 1, value, 0, length);
            options.putIfAbsent(number, value);
            at += 1 + length;
        }
        return options;
    }

    /** Option 60, which the phone's P148 sets. */
    Optional<String> vendorClass() {
        return text(60);
    }

    /** Printable ASCII; a question mark for whatever else somebody has sent. */
    Optional<String> text(int option) {
        return Optional.ofNullable(options.get(option))
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .map(text -> text.replaceAll("[^ -~]", "?"));
    }

    /** Option 55: what it wants to be told. */
    List<Integer> asked() {
        byte[] list = options.getOrDefault(55, new byte[0]);
        return IntStream.range(0, list.length).mapToObj(i -> Byte.toUnsignedInt(list[i])).toList();
    }

    /** Models that the vendor class may mean; {@code HT8XX} means each that begins so. */
    List<String> models() {
        List<String> found = new ArrayList<>();
        for (String word : vendorClass().orElse("").split("[^A-Za-z0-9-]+")) {
            Optional<DeviceModel> exact = DeviceModels.find(word);
            String stem = word.replaceAll("[xX]+$", "");
            Stream<DeviceModel> meant =
                    exact.isPresent() || stem.equals(word) || stem.length() < 3
                            ? exact.stream()
                            : DeviceModels.all().stream()
                                    .filter(model ->
                                            model.name()
                                                    .regionMatches(
                                                            true, 0, stem, 0, stem.length()));
            meant.map(DeviceModel::name).forEach(found::add);
        }
        return found.stream().distinct().toList();
    }
}
