package org.fingerpost.firmware.names;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.NearNames;

/** Whom firmware is for: a family, or a single model, in the maker's spelling. */
public record FamilyName(String text) {
    /** The family or model of that name, in any case, with or without hyphens. */
    public static Optional<FamilyName> find(String text) {
        Predicate<String> same = name -> bare(name).equals(bare(text));
        return all().filter(same).findFirst().map(FamilyName::new);
    }

    /** Known names that the text may have meant, the likeliest first. */
    public static List<String> near(String text) {
        return NearNames.of(text, all());
    }

    /** Is a phone of that model one of these? Of a model that nobody knows only by its name. */
    public boolean has(String model) {
        return bare(model).equals(bare(text))
                || DeviceModels.find(model).filter(known -> has(known)).isPresent();
    }

    /**
     * May a file of that name be among this firmware? One that only other models are known to ask
     * for, or that begins with another model's name, may not.
     */
    public boolean mayHave(String file) {
        List<DeviceModel> meant =
                DeviceModels.all().stream().filter(model -> means(model, file)).toList();
        return meant.isEmpty() || meant.stream().anyMatch(model -> has(model));
    }

    /** Is it that one model, and not its family? */
    public boolean isModel(DeviceModel model) {
        return bare(model.name()).equals(bare(text));
    }

    /** All names by which a phone, or a folder, may mean this firmware. */
    public Stream<String> names() {
        Stream<String> models =
                DeviceModels.all().stream().filter(model -> has(model)).map(DeviceModel::name);
        return Stream.concat(Stream.of(text), models).map(FamilyName::bare).distinct();
    }

    /** Without what people spell differently. */
    public static String bare(String name) {
        return name.strip().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Is a phone of that model one of these? */
    public boolean has(DeviceModel model) {
        // Nearly always as the maker spells it, and each candidate for a file is asked.
        return text.equals(model.name())
                || text.equals(model.family().name())
                || hasInOtherSpelling(model);
    }

    private boolean hasInOtherSpelling(DeviceModel model) {
        return bare(model.name()).equals(bare(text))
                || bare(model.family().name()).equals(bare(text));
    }

    private static boolean means(DeviceModel model, String file) {
        return model.firmwareFiles().contains(file) || bare(file).startsWith(bare(model.name()));
    }

    private static Stream<String> all() {
        Stream<String> models = DeviceModels.all().stream().map(DeviceModel::name);
        Stream<String> families =
                DeviceModels.all().stream().map(model -> model.family().name()).distinct();
        return Stream.concat(models, families);
    }

    @Override
    public String toString() {
        return text;
    }
}
