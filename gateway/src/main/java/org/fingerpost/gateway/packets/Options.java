package org.fingerpost.gateway.packets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The options of a request, or those that were agreed to (RFC 2347): names without regard to case,
 * each once, in the order in which they came.
 */
public final class Options {
    public static final Options NONE = new Options(Map.of());

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** These, and one more behind them. Of two with one name the first counts. */
    public Options with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
        return new Options(Collections.unmodifiableMap(more));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The option's number.
     *
     * @return empty if there is no such option or its value is no number between the two
     */
    public Optional<Integer> number(String name, int least, int most) {
        return find(name)
                .filter(Options::isNumber)
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    /** At most nine digits, so that it fits into an int whatever they are. */
    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 9
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public void forEach(BiConsumer<String, String> each) {
        values.forEach(each);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
