package org.fingerpost.formats.alias;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An immutable, ordered set of settings, one for each alias; a later setting of the same alias
 * takes the place of the earlier one.
 */
public final class AliasSettings implements Iterable<AliasSetting> {

    private final List<AliasSetting> settings;

    private AliasSettings(List<AliasSetting> settings) {
        this.settings = settings;
    }

    public static AliasSettings none() {
        return new AliasSettings(List.of());
    }

    public static AliasSettings of(AliasSetting... settings) {
        return of(List.of(settings));
    }

    public static AliasSettings of(Iterable<AliasSetting> settings) {
        Map<Alias, AliasSetting> last = new LinkedHashMap<>();
        settings.forEach(setting -> last.put(setting.alias(), setting));
        return new AliasSettings(List.copyOf(new ArrayList<>(last.values())));
    }

    public Optional<String> get(Alias alias) {
        return settings.stream()
                .filter(setting -> setting.alias().equals(alias))
                .map(AliasSetting::value)
                .findFirst();
    }

    public int size() {
        return settings.size();
    }

    public boolean isEmpty() {
        return settings.isEmpty();
    }

    public Stream<AliasSetting> stream() {
        return settings.stream();
    }

    @Override
    public Iterator<AliasSetting> iterator() {
        return settings.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AliasSettings that && settings.equals(that.settings);
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
}
