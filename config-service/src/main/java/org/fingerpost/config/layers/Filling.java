package org.fingerpost.config.layers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** What one device is told, as what it has in common with others and what it has not. */
public final class Filling {
    private final Mould mould;
    private final TreeMap<Integer, Setting> instead = new TreeMap<>();
    private final Map<PValue, Setting> more = new LinkedHashMap<>();
    private final BitSet secretPlaces = new BitSet();
    private final Map<PValue, Boolean> secretMore = new LinkedHashMap<>();

    Filling(Mould mould) {
        this.mould = mould;
        secretPlaces.or(mould.secrets());
    }

    void putAll(PValues settings) {
        settings.forEach(setting -> put(setting, setting.isSecret()));
    }

    void put(Setting setting, boolean secret) {
        boolean tells = secret && !setting.value().isEmpty();
        mould.place(setting.p())
                .ifPresentOrElse(
                        place -> {
                            instead.put(place, setting);
                            secretPlaces.set(place, tells);
                        },
                        () -> {
                            more.put(setting.p(), setting);
                            secretMore.put(setting.p(), tells);
                        });
    }

    boolean has(int place) {
        return instead.containsKey(place);
    }

    /** The same with these settings, which win. */
    public Filling with(PValues settings) {
        if (settings.isEmpty()) {
            return this;
        }
        Filling other = new Filling(mould);
        other.instead.putAll(instead);
        other.more.putAll(more);
        other.secretPlaces.clear();
        other.secretPlaces.or(secretPlaces);
        other.secretMore.putAll(secretMore);
        other.putAll(settings);
        return other;
    }

    public Optional<String> get(PValue p) {
        return mould.place(p)
                .map(place ->
                        Optional.ofNullable(instead.get(place))
                                .map(Setting::value)
                                .orElseGet(() -> mould.value(place)))
                .or(() -> Optional.ofNullable(more.get(p)).map(Setting::value));
    }

    /** An empty secret is none: it clears the setting on the phone. */
    public boolean holdsSecret() {
        return !secretPlaces.isEmpty() || secretMore.containsValue(true);
    }

    /** In the order of the file. */
    public PValues settings() {
        return mould.settings(instead, List.copyOf(more.values()));
    }

    /** The device's {@code cfg{mac}.xml}, version 1. */
    public byte[] xml(MacAddress mac) {
        return mould.xml(mac, instead, new ArrayList<>(more.values()));
    }

    /** Without values, which may be secrets. */
    @Override
    public String toString() {
        return "Filling[" + instead.size() + " in place, " + more.size() + " more]";
    }
}
