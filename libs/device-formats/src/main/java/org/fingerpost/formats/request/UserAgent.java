package org.fingerpost.formats.request;

import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What a phone says of itself in its User-Agent header. A claim, never a proof.
 *
 * <pre>
 * header = "Grandstream" SP ( modern / older / plain )
 * modern = "Model HW" SP model [ SP "V" hardware ] SP "SW" SP version [ SP "DevId" SP mac ]
 * older  = model SP "(" image ":" version "/" boot ":" version ")" [ SP "DevId" SP mac ]
 * plain  = model [ SP version ] [ SP "(DevId" SP mac [ SP "/" SP mac ] ")" ]
 * </pre>
 *
 * <p>Any number of spaces, the MAC address in any spelling. Old phones name no MAC address, boxes
 * of two units name two. Sources: {@code docs/formats/requests.md}.
 */
public final class UserAgent {

    private static final UserAgent SILENT = new UserAgent("", "", "", List.of());

    private final String model;
    private final String hardware;
    private final String version;
    private final List<MacAddress> macs;

    UserAgent(String model, String hardware, String version, List<MacAddress> macs) {
        this.model = model;
        this.hardware = hardware;
        this.version = version;
        this.macs = List.copyOf(macs);
    }

    /** A request without the header. */
    public static UserAgent silent() {
        return SILENT;
    }

    /**
     * What the header says; never throws. Of a header that is longer than 512 characters the rest
     * is not read, of one that is no phone's everything is empty.
     */
    public static UserAgent parse(String header) {
        return new UserAgentReader(header).read();
    }

    /** Such as {@code GXP2160}, as the phone spells it. */
    public Optional<String> model() {
        return Optional.of(model).filter(known -> !known.isEmpty());
    }

    /** The hardware's version, such as {@code 1.1A}. */
    public Optional<String> hardware() {
        return Optional.of(hardware).filter(known -> !known.isEmpty());
    }

    /** The firmware's version, such as {@code 1.0.11.39}. */
    public Optional<String> version() {
        return Optional.of(version).filter(known -> !known.isEmpty());
    }

    /** The first MAC address. */
    public Optional<MacAddress> mac() {
        return macs.stream().findFirst();
    }

    /** All MAC addresses, in the order of the header: none, one, or a pair. */
    public List<MacAddress> macs() {
        return macs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserAgent that
                && model.equals(that.model)
                && hardware.equals(that.hardware)
                && version.equals(that.version)
                && macs.equals(that.macs);
    }

    @Override
    public int hashCode() {
        return List.of(model, hardware, version, macs).hashCode();
    }

    @Override
    public String toString() {
        return "UserAgent[model=%s, hardware=%s, version=%s, macs=%s]"
                .formatted(model, hardware, version, macs);
    }
}
