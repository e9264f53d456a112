package org.fingerpost.formats.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.formats.datafile.DataFile;

/** The models we know, from {@code device-models.xml}. */
public final class DeviceModels {

    private static final ModelReader LIST =
            new ModelReader(DataFile.read(DeviceModels.class, "device-models.xml"));

    private DeviceModels() {}

    /** The model of that name, in any case, with or without hyphens ({@code gxp-2160}). */
    public static Optional<DeviceModel> find(String name) {
        return Optional.ofNullable(LIST.models().get(key(name)));
    }

    /** All models, family by family. */
    public static Collection<DeviceModel> all() {
        return Collections.unmodifiableCollection(LIST.models().values());
    }

    /** All families. */
    public static List<Family> families() {
        return LIST.models().values().stream().map(DeviceModel::family).distinct().toList();
    }

    /** The family of that name or the one of that model, in any case ({@code HT80x}, ht801). */
    public static Optional<Family> familyOf(String name) {
        String wanted = key(name);
        return families().stream()
                .filter(family -> key(family.name()).equals(wanted))
                .findFirst()
                .or(() -> find(name).map(DeviceModel::family));
    }

    /**
     * The families that a data file calls so: one by its name, several by their group's.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<Family> group(String name) {
        return Optional.ofNullable(LIST.families().get(name))
                .orElseThrow(() -> new IllegalArgumentException("no such family: " + name));
    }

    static String key(String name) {
        return name.replace("-", "").toUpperCase(Locale.ROOT);
    }
}
