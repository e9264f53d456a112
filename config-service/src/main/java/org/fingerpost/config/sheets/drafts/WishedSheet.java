package org.fingerpost.config.sheets.drafts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.layers.variables.WishedVariables;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.problems.Problem;

/**
 * A sheet as somebody sends it.
 *
 * @param templates that it begins with, in order
 */
public record WishedSheet(
        List<String> templates, WishedSettings settings, WishedVariables variables) {
    private static final int MOST_TEMPLATES = 32;

    public WishedSheet {
        templates = List.copyOf(templates);
    }

    /** Refuses what cannot be a sheet of this name, and says what is wrong where. */
    public void check(SheetName name) {
        checkName(name);
        checkTemplates(name);
        for (Setting setting : settings.values()) {
            try {
                HoleText.parse(setting.value());
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("no-such-hole", setting.p() + ": " + e.getMessage())
                        .with("field", "settings." + setting.p());
            }
        }
    }

    private static void checkName(SheetName name) {
        Optional<String> unknown =
                switch (name.kind()) {
                    case FAMILY ->
                            DeviceModels.families().stream()
                                            .anyMatch(each -> each.name().equals(name.name()))
                                    ? Optional.empty()
                                    : Optional.of("family");
                    case MODEL ->
                            DeviceModels.find(name.name())
                                            .filter(each -> each.name().equals(name.name()))
                                            .isPresent()
                                    ? Optional.empty()
                                    : Optional.of("model");
                    case PLATFORM, PROVIDER, GROUP, TEMPLATE -> Optional.empty();
                };
        unknown.ifPresent(kind -> {
            throw Problem.invalid(
                    "unknown-" + kind,
                    "'" + name.name() + "' is no " + kind + " known here, as the maker spells it");
        });
    }

    private void checkTemplates(SheetName name) {
        templates.forEach(SheetName::checkName);
        if (name.isTemplate() && !templates.isEmpty()) {
            throw Problem.invalid("template-in-template", "a template uses no templates: layers do")
                    .with("field", "templates");
        }
        if (templates.size() > MOST_TEMPLATES
                || new HashSet<>(templates).size() < templates.size()) {
            throw Problem.invalid(
                            "templates-refused",
                            "a layer uses at most "
                                    + MOST_TEMPLATES
                                    + " templates, each of them once")
                    .with("field", "templates");
        }
    }
}
