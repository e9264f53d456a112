package org.fingerpost.cli.pvalue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.model.NearNames;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --family}, which takes a model as well. */
public final class FamilyOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "A family or a model: GXP21xx, HT801 ... Default: all.")
    private String name = "";

    /**
     * @throws ParameterException if there is no such family
     */
    public Optional<Family> family() {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Family> found = DeviceModels.familyOf(name);
        if (found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--family: there is no " + shown());
        }
        return found;
    }

    private String shown() {
        var names =
                Stream.concat(
                        DeviceModels.families().stream().map(Family::name),
                        DeviceModels.all().stream().map(DeviceModel::name));
        List<String> near = NearNames.of(name, names);
        return near.isEmpty()
                ? "\"%s\"; there are %s"
                        .formatted(
                                name,
                                String.join(
                                        " ",
                                        DeviceModels.families().stream()
                                                .map(Family::name)
                                                .toList()))
                : "\"%s\"; is it %s?".formatted(name, String.join(" or ", near));
    }
}
