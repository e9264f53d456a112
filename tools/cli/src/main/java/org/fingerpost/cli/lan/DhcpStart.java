package org.fingerpost.cli.lan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.address.Scheme;
import org.fingerpost.cli.models.Phone;

/**
 * What a phone makes of options 66 and 43.
 *
 * <p>Option 66 is a host, a host with a path, or a URL where the phone knows what that is. Which
 * part of option 43 a phone reads is not public: it is looked at only where one is told to look,
 * and only if there is no option 66.
 */
record DhcpStart(Phone phone, Map<String, String> known, int partOf43) {

    /**
     * @throws LanException if there is nothing to go by
     */
    Start of(DhcpMessage agreed) {
        var told = new LinkedHashMap<String, String>();
        told.put("address", address(agreed.yourAddress()));
        agreed.text(66).ifPresent(text -> told.put("option66", shown(text)));
        Optional.ofNullable(agreed.options().get(43))
                .ifPresent(bytes -> told.put("option43", HexFormat.of().formatHex(bytes)));
        var server =
                agreed.text(66)
                        .or(() -> part(agreed.options().getOrDefault(43, new byte[0])))
                        .orElseThrow(() ->
                                new LanException(
                                        "the DHCP server tells no server: there is no option 66,"
                                                + " and nothing to be read in option 43."));
        try {
            return new Start(followed(server), told);
        } catch (BadAddressException e) {
            throw new LanException(
                    "what the DHCP server tells, '" + shown(server) + "', " + e.getMessage() + ".");
        }
    }

    private Address followed(String server) {
        if (server.contains("://")) {
            if (!phone.takesUrlIn66()) {
                throw new BadAddressException(
                        "is a URL, which this phone takes for the name of a TFTP server");
            }
            return Address.ofPhonesUrl(server);
        }
        var configured = phone.takesUrlIn66() ? known.getOrDefault("P212", "0") : "0";
        return Address.ofPath(Scheme.ofValue(configured).orElse(Scheme.TFTP), server);
    }

    private Optional<String> part(byte[] parts) {
        var at = 0;
        while (at + 1 < parts.length) {
            var end = at + 2 + (parts[at + 1] & 0xff);
            if (end > parts.length) {
                return Optional.empty();
            }
            if ((parts[at] & 0xff) == partOf43) {
                return Optional.of(new String(Arrays.copyOfRange(parts, at + 2, end), ISO_8859_1));
            }
            at = end;
        }
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static String address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }
}
