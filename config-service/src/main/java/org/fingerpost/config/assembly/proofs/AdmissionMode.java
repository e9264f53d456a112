package org.fingerpost.config.assembly.proofs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a phone is admitted to a file with secrets. A device's own token admits always. */
public enum AdmissionMode {
    /** Without its token: while the device's first-fetch window is open, and once. */
    WINDOW,
    /** By its token alone, which is handed over by other means. */
    TOKEN,
    /** By name and password, which the file brings that is fetched in the window. */
    BASIC,
    /** Always, by the provider's own choice. */
    OPEN;

    /** As JSON, SQL and the state topic spell it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static AdmissionMode of(String word) {
        return find(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("say window, token, basic or open"));
    }

    public static Optional<AdmissionMode> find(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
