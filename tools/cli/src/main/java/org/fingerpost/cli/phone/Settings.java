package org.fingerpost.cli.phone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.address.Scheme;
import org.fingerpost.cli.models.Family;

/** The phone's memory: P-values, and what they say about where to go. */
final class Settings {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** A P-value that is absent from the file stays, one that is empty is cleared. */
    void apply(Map<String, String> learned) {
        values.putAll(learned);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Where P212 and P237 point.
     *
     * @throws BadAddressException if a phone could not follow them
     */
    Address configServer() {
        return server("P212", "P237");
    }

    /** Where P192 points, by P6767 where the family has it and it is set, else by P212. */
    Address firmwareServer(Family family) {
        var own = family.has(Family.Trait.FIRMWARE_SCHEME) && get("P6767").isPresent();
        return server(own ? "P6767" : "P212", "P192");
    }

    String configFile(String basicName) {
        return text("P234") + basicName + text("P235");
    }

    String firmwareFile(String basicName) {
        return text("P232") + basicName + text("P233");
    }

    private Address server(String schemeName, String pathName) {
        var scheme =
                Scheme.ofValue(text(schemeName))
                        .orElseThrow(() ->
                                new BadAddressException(
                                        "has a scheme this phone does not speak ("
                                                + schemeName
                                                + ")"));
        return Address.ofPath(scheme, text(pathName));
    }
}
