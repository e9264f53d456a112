package org.fingerpost.firmware.offers;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.firmware.releases.FirmwareRelease;

/**
 * What a provider asks for.
 *
 * @param by how the release's files are told from others'; by postfix unless said otherwise
 */
record Wish(
        @Min(1) long release,
        Optional<By> by,
        @JsonProperty("P194") Optional<@Min(0) @Max(3) Integer> autoUpgrade,
        @JsonProperty("P238") Optional<@Min(0) @Max(2) Integer> check) {
    /** Both are true at once for every release; this is what phones are told. */
    enum By {
        @JsonProperty("postfix")
        POSTFIX,
        @JsonProperty("folder")
        FOLDER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean byFolder() {
        return by.orElse(By.POSTFIX) == By.FOLDER;
    }

    /** The release's own folder, or the one that every release has. */
    String folder(FirmwareRelease release) {
        if (!byFolder()) {
            return "";
        }
        String own = release.naming().folder();
        return own.isEmpty() ? release.family() + "/" + release.version() : own;
    }

    String prefix(FirmwareRelease release) {
        return byFolder() ? "" : release.toldPrefix();
    }

    String postfix(FirmwareRelease release) {
        return byFolder() ? "" : release.toldPostfix();
    }
}
