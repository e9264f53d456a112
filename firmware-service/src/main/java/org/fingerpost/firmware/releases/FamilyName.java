package org.fingerpost.firmware.releases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.NearNames;

/** Whom a release is for: a family, or a single model, in the maker's spelling. */
record FamilyName(String text) {
    /** The family or model of that name, in any case, with or without hyphens. */
    static Optional<FamilyName> find(String text) {
        Predicate<String> same = name -> bare(name).equals(bare(text));
        return all().filter(same).findFirst().map(FamilyName::new);
    }

    /** Known names that the text may have meant, the likeliest first. */
    static List<String> near(String text) {
        return NearNames.of(text, all());
    }

    private static Stream<String> all() {
        Stream<String> models = DeviceModels.all().stream().map(DeviceModel::name);
        Stream<String> families =
                DeviceModels.all().stream().map(model -> model.family().name()).distinct();
        return Stream.concat(models, families);
    }

    private static String bare(String name) {
        return name.strip().replace("-", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
