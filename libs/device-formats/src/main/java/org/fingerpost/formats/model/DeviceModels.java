package org.fingerpost.formats.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The models we know, from {@code device-models.txt}. */
public final class DeviceModels {

    private static final String FILE = "device-models.txt";
    private static final Map<String, DeviceModel> MODELS = new ModelFile(FILE).read(load());

    private DeviceModels() {}

    /** The model of that name, in any case, with or without hyphens ({@code gxp-2160}). */
    public static Optional<DeviceModel> find(String name) {
        return Optional.ofNullable(MODELS.get(key(name)));
    }

    /** All models, family by family. */
    public static Collection<DeviceModel> all() {
        return MODELS.values();
    }

    static String key(String name) {
        return name.replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static List<String> load() {
        try (InputStream file = DeviceModels.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }
}
