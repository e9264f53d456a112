package org.fingerpost.config.assembly;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A provider's admission mode, and those of its groups that have one of their own.
 *
 * @param own of every device that is in none of these groups
 */
public record AdmissionModes(AdmissionMode own, Map<String, AdmissionMode> groups) {
    /** Of a provider that has said nothing. */
    public static final AdmissionModes UNSAID = new AdmissionModes(AdmissionMode.WINDOW, Map.of());

    public AdmissionModes {
        groups = Map.copyOf(groups);
    }

    /**
     * The mode of a device.
     *
     * @param around its group and the groups around that, the nearest first; empty if it is in none
     */
    public AdmissionMode of(List<String> around) {
        return around.stream().map(groups::get).filter(Objects::nonNull).findFirst().orElse(own);
    }

    /** Does any device of the provider's prove itself by a login? */
    boolean askForLogins() {
        return holds(AdmissionMode.BASIC);
    }

    /** Are there devices of the provider's whose files go to whoever asks? */
    boolean areOpen() {
        return holds(AdmissionMode.OPEN);
    }

    private boolean holds(AdmissionMode mode) {
        return own == mode || groups.containsValue(mode);
    }
}
