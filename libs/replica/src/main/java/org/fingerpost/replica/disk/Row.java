package org.fingerpost.replica.disk;

/** What the topic said last about one key. */
public record Row(String key, String type, long revision, Kind kind, byte[] value) {
    /** Persisted by ordinal: only ever append. */
    public enum Kind {
        VALUE,
        /** Deleted; kept so that a straggling older value is known to be older. */
        GONE,
        /** Deleted long ago: not kept at all. */
        TOMBSTONE
    }

    public boolean living() {
        return kind == Kind.VALUE;
    }
}
