package org.fingerpost.firmware.catalog.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Several values a key, immutable. A changed copy shares what did not change with the one before
 * it, so that one more release costs its own names and not those of ten thousand others.
 */
public final class Listing<K, V> {
    /** 300,000 names then lie 75 to a drawer, which is what a change of one name copies. */
    private static final int DRAWERS = 4096;

    private final List<Map<K, List<V>>> drawers;

    private Listing(List<Map<K, List<V>>> drawers) {
        this.drawers = drawers;
    }

    public static <K, V> Listing<K, V> empty() {
        List<Map<K, List<V>>> drawers = new ArrayList<>(DRAWERS);
        for (int i = 0; i < DRAWERS; i++) {
            drawers.add(Map.of());
        }
        return new Listing<>(drawers);
    }

    /** In the order in which they were put. */
    public List<V> of(K key) {
        return drawers.get(drawer(key)).getOrDefault(key, List.of());
    }

    /** Begins a changed copy; this one stays as it is. */
    public Change<K, V> change() {
        return new Change<>(drawers);
    }

    /** A copy that is being made; of one thread. */
    public static final class Change<K, V> {
        private final List<Map<K, List<V>>> drawers;
        private final Map<Integer, Map<K, List<V>>> touched = new HashMap<>();

        private Change(List<Map<K, List<V>>> drawers) {
            this.drawers = drawers;
        }

        public void put(K key, V value) {
            touched(key).computeIfAbsent(key, any -> new ArrayList<>()).add(value);
        }

        /** One that was put; if it was not, nothing happens. */
        public void remove(K key, V value) {
            Map<K, List<V>> drawer = touched(key);
            List<V> values = drawer.get(key);
            if (values != null && values.remove(value) && values.isEmpty()) {
                drawer.remove(key);
            }
        }

        /** Not to be changed any more. */
        public Listing<K, V> done() {
            if (touched.isEmpty()) {
                return new Listing<>(drawers);
            }
            List<Map<K, List<V>>> all = new ArrayList<>(drawers);
            touched.forEach(all::set);
            return new Listing<>(all);
        }

        private Map<K, List<V>> touched(K key) {
            return touched.computeIfAbsent(drawer(key), i -> copy(drawers.get(i)));
        }

        private static <K, V> Map<K, List<V>> copy(Map<K, List<V>> drawer) {
            Map<K, List<V>> copy = new HashMap<>();
            drawer.forEach((key, values) -> copy.put(key, new ArrayList<>(values)));
            return copy;
        }
    }

    private static int drawer(Object key) {
        int hash = Objects.hashCode(key);
        return (hash ^ hash >>> 12 ^ hash >>> 24) & DRAWERS - 1;
    }
}
