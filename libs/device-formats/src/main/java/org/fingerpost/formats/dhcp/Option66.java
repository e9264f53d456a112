package org.fingerpost.formats.dhcp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;

/**
 * What option 66 says: a host, a host with a path, or a URL. Without a scheme phones ask by TFTP,
 * or newer ones by whatever they are set to (P212).
 */
public record Option66(String text) {
    /** What needs no quotes in any server's settings. */
    private static final Pattern TELLABLE = Pattern.compile("[A-Za-z0-9._~:/\\[\\]-]{1,255}");

    /** Behind a name, an IPv4 address, or an IPv6 address in brackets; before the path. */
    private static final Pattern PORT = Pattern.compile("^(?:[^/:]+|\\[[^/\\]]*]):[0-9]+(?:/|$)");

    public Option66 {
        if (!TELLABLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "host and path have 1 to 255 letters, digits and . _ ~ : / [ ] - together");
        }
    }

    /**
     * @param scheme {@code tftp}, {@code http} or {@code https}
     * @param path with or without slashes at its ends, empty for none
     * @throws IllegalArgumentException if phones of the family would not understand it
     */
    public static Option66 of(String scheme, String host, String path, Optional<Family> family) {
        String folder = path.replaceAll("^/+|/+$", "");
        String place = folder.isEmpty() ? host : host + "/" + folder;
        if (scheme.equals("tftp")) {
            return new Option66(place);
        }
        if (family.isPresent() && !family.get().dhcp().urlIn66()) {
            throw new IllegalArgumentException(
                    family.get().name()
                            + " takes whatever stands in option 66 for a TFTP server: leave out"
                            + " --scheme "
                            + scheme);
        }
        return new Option66(scheme + "://" + place);
    }

    public boolean isUrl() {
        return text.contains("://");
    }

    /** Whether it names a port, which no phone heeds that takes it for a TFTP server. */
    public boolean isTftpWithPort() {
        return !isUrl() && PORT.matcher(text).find();
    }

    /** The families that would take a URL for the name of a TFTP server. */
    public static List<String> withoutUrls() {
        return DeviceModels.families().stream()
                .filter(family -> !family.dhcp().urlIn66())
                .map(Family::name)
                .toList();
    }
}
