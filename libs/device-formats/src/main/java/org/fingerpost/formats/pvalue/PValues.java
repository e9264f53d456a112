package org.fingerpost.formats.pvalue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An immutable, ordered set of settings, one for each P-value. The order is the order of the file;
 * two sets are equal if they would make the same file. A later setting of the same P-value takes
 * the place of the earlier one.
 */
public final class PValues implements Iterable<Setting> {

    private static final PValues NONE = new PValues(List.of());

    private final List<Setting> settings;

    private PValues(List<Setting> settings) {
        this.settings = settings;
    }

    public static PValues none() {
        return NONE;
    }

    public static PValues of(Setting... settings) {
        return of(List.of(settings));
    }

    public static PValues of(Iterable<Setting> settings) {
        return builder().putAll(settings).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The value chosen for the P-value; present and empty means that the phone clears it. */
    public Optional<String> get(PValue p) {
        for (Setting setting : settings) {
            if (setting.p().number() == p.number()) {
                return Optional.of(setting.value());
            }
        }
        return Optional.empty();
    }

    /** These settings and that one, which wins. */
    public PValues with(Setting setting) {
        return builder().putAll(this).put(setting).build();
    }

    /** These settings and those, which win: how a nearer layer lies upon a farther one. */
    public PValues with(PValues nearer) {
        return builder().putAll(this).putAll(nearer).build();
    }

    /** True if a file of these settings may leave only by admission. */
    public boolean holdSecret() {
        return settings.stream()
                .anyMatch(setting -> setting.isSecret() && !setting.value().isEmpty());
    }

    public int size() {
        return settings.size();
    }

    public boolean isEmpty() {
        return settings.isEmpty();
    }

    public Stream<Setting> stream() {
        return settings.stream();
    }

    @Override
    public Iterator<Setting> iterator() {
        return settings.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PValues that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    /** The settings as text, secret values hidden. */
    @Override
    public String toString() {
        return settings.toString();
    }

    /** Collects settings in order; not to be shared between threads. */
    public static final class Builder {

        private final List<Setting> settings = new ArrayList<>();
        private final Map<PValue, Integer> places = new HashMap<>();

        private Builder() {}

        public Builder put(Setting setting) {
            Integer place = places.putIfAbsent(setting.p(), settings.size());
            if (place == null) {
                settings.add(setting);
            } else {
                settings.set(place, setting);
            }
            return this;
        }

        /**
         * @throws IllegalArgumentException as {@link Setting#of}
         */
        public Builder put(String name, String value) {
            return put(Setting.of(name, value));
        }

        public Builder putAll(Iterable<Setting> more) {
            more.forEach(this::put);
            return this;
        }

        public PValues build() {
            return settings.isEmpty() ? NONE : new PValues(List.copyOf(settings));
        }
    }
}
