package org.fingerpost.gateway.names;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What a phone says of itself in the options that only this vendor's phones send. A claim, never a
 * proof. What is none of the words expected is left out.
 *
 * @param model as it spells it; empty if it does not say
 * @param version that of its firmware, {@code boot} that of its boot loader; likewise
 * @param behindNat whether it wants answers from the port that it asked
 */
public record Phone(
        String model, String version, String boot, Optional<MacAddress> mac, boolean behindNat) {
    private static final Pattern MODEL = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,31}");

    /** Three digits a field, filled up with zeros. */
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,5}(?:\\.[0-9]{1,5}){1,4}");

    /**
     * @param option looks a request's option up
     */
    public static Phone of(Function<String, Optional<String>> option) {
        return new Phone(
                option.apply("grandstream_MODEL")
                        .filter(model -> MODEL.matcher(model).matches())
                        .orElse(""),
                version(option.apply("grandstream_REV_PHONE")),
                version(option.apply("grandstream_REV_BOOT")),
                option.apply("grandstream_ID").flatMap(MacAddress::find),
                option.apply("grandstream_NAT").filter("1"::equals).isPresent());
    }

    private static String version(Optional<String> said) {
        return said.filter(version -> VERSION.matcher(version).matches())
                .map(Phone::withoutZeros)
                .orElse("");
    }

    /** The same in the words that a phone uses over HTTP; empty if it has said nothing. */
    public Optional<String> userAgent() {
        if (model.isEmpty() && version.isEmpty() && boot.isEmpty() && mac.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder header = new StringBuilder("Grandstream Model HW");
        if (!model.isEmpty()) {
            header.append(' ').append(model);
        }
        if (!version.isEmpty()) {
            header.append(" SW ").append(version);
        }
        if (!boot.isEmpty()) {
            header.append(" (boot:").append(boot).append(')');
        }
        mac.ifPresent(address -> header.append(" DevId ").append(address));
        return Optional.of(header.toString());
    }

    private static String withoutZeros(String version) {
        return Arrays.stream(version.split("\\."))
                .map(field -> Integer.toString(Integer.parseInt(field)))
                .collect(Collectors.joining("."));
    }
}
