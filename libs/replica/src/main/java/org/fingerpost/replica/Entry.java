package org.fingerpost.replica;

import java.util.Arrays;
import java.util.Objects;

/**
 * One living value of the table, undecoded.
 *
 * @param key {@code kind/id}
 * @param type the schema id the value was written under ({@code ce_type})
 * @param revision the row's revision at its owner
 * @param value the record's bytes; the receiver must not change them
 */
public record Entry(String key, String type, long revision, byte[] value) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry
                && key.equals(entry.key)
                && type.equals(entry.type)
                && revision == entry.revision
                && Arrays.equals(value, entry.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, type, revision, Arrays.hashCode(value));
    }

    /** Without the value, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "Entry[" + key + " " + type + " revision " + revision + "]";
    }
}
