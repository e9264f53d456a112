package org.fingerpost.config.devices.wishes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fingerpost.config.layers.variables.WishedVariables;
import org.fingerpost.config.settings.WishedSettings;

/**
 * {@code settings}: P-values and their texts, in the order of the file; {@code variables}: what
 * fills the holes of its layers; {@code accounts}: settings of each account, by its number.
 */
public record DeviceBody(
        @NotBlank String model,
        Optional<String> group,
        @NotNull @Schema(implementation = Map.class) WishedSettings settings,
        @Schema(implementation = Map.class) Optional<WishedVariables> variables,
        @Schema(implementation = Map.class) Optional<SortedMap<Integer, WishedSettings>> accounts) {
    public WishedDevice wish() {
        return new WishedDevice(
                model,
                group,
                settings,
                variables.orElseGet(WishedVariables::none),
                accounts.orElseGet(Collections::emptySortedMap));
    }
}
