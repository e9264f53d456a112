package org.fingerpost.config.assembly;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How a phone without a token is admitted to a file with secrets. */
public enum AdmissionMode {
    /** While the device's first-fetch window is open, and once. */
    WINDOW,
    /** Always, by the provider's own choice. */
    OPEN;

    /** As JSON, SQL and the state topic spell it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static AdmissionMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("say window or open"));
    }
}
