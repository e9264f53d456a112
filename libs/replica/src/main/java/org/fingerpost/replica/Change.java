package org.fingerpost.replica;

/** What a swap did to one key. */
public sealed interface Change {
    String key();

    /** The key has this value now. */
    record Put(Entry entry) implements Change {
        @Override
        public String key() {
            return entry.key();
        }
    }

    /** The key had a value and has none any more. */
    record Gone(String key) implements Change {}
}
