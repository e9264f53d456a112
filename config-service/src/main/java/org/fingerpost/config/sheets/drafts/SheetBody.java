package org.fingerpost.config.sheets.drafts;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fingerpost.config.layers.variables.WishedVariables;
import org.fingerpost.config.settings.WishedSettings;

/**
 * {@code templates} that it begins with; {@code settings}: P-values and their texts, which may have
 * holes such as {@code ${account.1.user}}; {@code variables}: what fills holes.
 */
public record SheetBody(
        Optional<List<@NotNull String>> templates,
        @Schema(implementation = Map.class) Optional<WishedSettings> settings,
        @Schema(implementation = Map.class) Optional<WishedVariables> variables) {
    public WishedSheet wish() {
        return new WishedSheet(
                templates.orElse(List.of()),
                settings.orElseGet(WishedSettings::none),
                variables.orElseGet(WishedVariables::none));
    }
}
