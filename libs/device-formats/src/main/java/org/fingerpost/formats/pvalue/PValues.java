package org.fingerpost.formats.pvalue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An immutable, ordered set of settings, one for each P-value. The order is the order of the file;
 * two sets are equal if they would make the same file. A later setting of the same P-value takes
 * the place of the earlier one.
 */
public final class PValues implements Iterable<Setting> {

    /** As many as a redirection has. */
    private static final int FEW = 32;

    /** As many as the largest template has; nobody makes us reserve more by promising more. */
    private static final int MANY = 4096;

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
        return builder(FEW);
    }

    /**
     * @param expected how many settings there will be, roughly; it only saves time
     */
    public static Builder builder(int expected) {
        return new Builder(Math.clamp(expected, FEW, MANY));
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

        private final List<Setting> settings;

        /**
         * Where the setting of a P-value is: 0 is nowhere, else one more than its place in the
         * list. A hash table with linear probing, at most half full; a map of boxed numbers takes
         * longer than all the rest of reading a file.
         */
        private int[] places;

        private Builder(int expected) {
            settings = new ArrayList<>(expected);
            places = new int[4 * Integer.highestOneBit(expected)];
        }

        public Builder put(Setting setting) {
            int slot = slot(setting.p().number());
            if (places[slot] == 0) {
                settings.add(setting);
                places[slot] = settings.size();
                if (2 * settings.size() > places.length) {
                    grow();
                }
            } else {
                settings.set(places[slot] - 1, setting);
            }
            return this;
        }

        /** The P-value's slot, or the free one it would get. */
        private int slot(int number) {
            int slot = number & places.length - 1;
            while (places[slot] != 0 && settings.get(places[slot] - 1).p().number() != number) {
                slot = slot + 1 & places.length - 1;
            }
            return slot;
        }

        private void grow() {
            places = new int[4 * places.length];
            for (int i = 0; i < settings.size(); i++) {
                places[slot(settings.get(i).p().number())] = i + 1;
            }
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
