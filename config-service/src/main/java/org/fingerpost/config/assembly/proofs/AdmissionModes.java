package org.fingerpost.config.assembly.proofs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Span;

/**
 * A provider's admission mode, and those of its groups that have one of their own.
 *
 * @param own of every device that is in none of these groups
 * @param tftp whose files may go by TFTP although they hold a secret, admitted as by HTTP
 */
public record AdmissionModes(
        AdmissionMode own, Map<String, AdmissionMode> groups, List<Span> tftp) {
    /** Of a provider that has said nothing. */
    public static final AdmissionModes UNSAID =
            new AdmissionModes(AdmissionMode.WINDOW, Map.of(), List.of());

    public AdmissionModes {
        groups = Map.copyOf(groups);
        tftp = List.copyOf(tftp);
    }

    /**
     * The mode of a device.
     *
     * @param around its group and the groups around that, the nearest first; empty if it is in none
     */
    public AdmissionMode of(List<String> around) {
        return around.stream().map(groups::get).filter(Objects::nonNull).findFirst().orElse(own);
    }

    /** Has the provider said that this device's secrets may go by TFTP? */
    public boolean tellByTftp(MacAddress mac) {
        for (Span range : tftp) {
            if (range.holds(mac)) {
                return true;
            }
        }
        return false;
    }

    /** Does any device of the provider's prove itself by a login? */
    public boolean askForLogins() {
        return holds(AdmissionMode.BASIC);
    }

    /** Are there devices of the provider's whose files go to whoever asks? */
    public boolean areOpen() {
        return holds(AdmissionMode.OPEN);
    }

    private boolean holds(AdmissionMode mode) {
        return own == mode || groups.containsValue(mode);
    }
}
