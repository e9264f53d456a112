package org.fingerpost.gateway.names;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.gateway.names.Destination.At;

/**
 * A name as TFTP carries it.
 *
 * <pre>
 * name      = *"/" ( directory 1*"/" file / file )
 * directory = "gs" *( 1*"/" step )
 *           / ( "p" / "fw" ) 1*"/" pathKey *( 1*"/" step )
 * </pre>
 *
 * <p>Nothing is decoded: TFTP knows no escapes. What climbs, what is no printable ASCII, and what
 * has a backslash is no name.
 *
 * @param segments percent-encoded, none of them empty; the last one is the file
 */
record AskedName(List<String> segments) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MOST_SEGMENTS = 16;

    static Optional<AskedName> of(String name) {
        if (name.endsWith("/") || !name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return Optional.empty();
            }
            if (!segment.isEmpty()) {
                segments.add(encoded(segment));
            }
        }
        return segments.isEmpty() || segments.size() > MOST_SEGMENTS
                ? Optional.empty()
                : Optional.of(new AskedName(List.copyOf(segments)));
    }

    Destination destination(Optional<MacAddress> phone) {
        String directory = segments.getFirst();
        if (segments.size() == 1) {
            return bare(phone);
        }
        if (directory.equals("gs")) {
            return new At(Door.REDIRECT, path());
        }
        boolean known = segments.size() > 2 && (directory.equals("p") || directory.equals("fw"));
        if (!known) {
            return new Destination.Nowhere();
        }
        boolean config = directory.equals("p") && ConfigNames.isConfig("/" + file());
        return new At(config ? Door.CONFIG : Door.FIRMWARE, path());
    }

    private Destination bare(Optional<MacAddress> phone) {
        if (ConfigNames.isConfig("/" + file())) {
            return new Destination.OfItsProvider(file());
        }
        return phone.<Destination>map(mac -> new Destination.FirmwareFor(mac, file()))
                .orElseGet(Destination.Nowhere::new);
    }

    private String file() {
        return segments.getLast();
    }

    String path() {
        return "/" + String.join("/", segments);
    }

    private static String encoded(String segment) {
        StringBuilder encoded = new StringBuilder(segment.length());
        for (byte octet : segment.getBytes(StandardCharsets.US_ASCII)) {
            boolean unreserved =
                    octet >= 'a' && octet <= 'z'
                            || octet >= 'A' && octet <= 'Z'
                            || octet >= '0' && octet <= '9'
                            || "-._~".indexOf(octet) >= 0;
            if (unreserved) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
