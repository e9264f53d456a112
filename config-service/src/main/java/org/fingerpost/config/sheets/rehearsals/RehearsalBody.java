package org.fingerpost.config.sheets.rehearsals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fingerpost.config.groups.Group;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.shapes.Shape;
import org.fingerpost.config.sheets.drafts.SheetBody;
import org.fingerpost.config.sheets.rehearsals.WishedSteps.WishedPublication;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.problems.Problem;

/**
 * {@code groups} that are made or moved first, the outer before the inner; {@code before}: devices
 * that are changed before the sheets; {@code sheets} in the order in which they are published;
 * {@code after}: devices that are made or changed at the end.
 */
record RehearsalBody(
        Optional<@Size(max = MOST_GROUPS) List<@NotNull @Valid Move>> groups,
        Optional<@Size(max = MOST_DEVICES) List<@NotNull @Valid Phone>> before,
        Optional<@Size(max = MOST_SHEETS) List<@NotNull @Valid Publication>> sheets,
        Optional<@Size(max = MOST_DEVICES) List<@NotNull @Valid Phone>> after) {
    static final int MOST_GROUPS = 1_000;

    /** Each is held against all shapes of devices, within one answer. */
    static final int MOST_SHEETS = 200;

    /** More phones than that come in lists. */
    static final int MOST_DEVICES = 5_000;

    record Move(@NotBlank String name, Optional<String> parent) {
        Group group() {
            SheetName.checkName(name);
            return new Group(name, parent.map(SheetName::checkName));
        }
    }

    /** {@code settings} and {@code variables}: the names of those that it has itself. */
    record Phone(
            @NotBlank String mac,
            @NotBlank String model,
            Optional<String> group,
            Optional<Set<@NotNull String>> settings,
            Optional<Set<@NotNull String>> variables) {
        WishedShape shape() {
            String known =
                    DeviceModels.find(model)
                            .orElseThrow(() ->
                                    Problem.invalid(
                                            "unknown-model",
                                            MacAddress.parse(mac) + " is of no model known here"))
                            .name();
            Set<String> own = settings.orElse(Set.of());
            own.forEach(PValue::parse);
            return new WishedShape(
                    MacAddress.parse(mac),
                    new Shape(known, group, own, variables.orElse(Set.of())));
        }
    }

    /** {@code sheet}: as for its draft; absent if it is withdrawn. */
    record Publication(@NotBlank String name, Optional<@Valid SheetBody> sheet) {}

    /**
     * @param own refuses sheets that are not the caller's
     */
    WishedSteps wish(Function<String, SheetName> own) {
        return new WishedSteps(
                groups.orElse(List.of()).stream().map(Move::group).toList(),
                before.orElse(List.of()).stream().map(Phone::shape).toList(),
                sheets.orElse(List.of()).stream()
                        .map(each ->
                                new WishedPublication(
                                        own.apply(each.name), each.sheet.map(SheetBody::wish)))
                        .toList(),
                after.orElse(List.of()).stream().map(Phone::shape).toList());
    }
}
