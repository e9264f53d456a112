package org.fingerpost.replica;

import java.util.Optional;

/**
 * What a swap did to one key. It says what was there before, so that who keeps something made of
 * the values can take the old one out of it without remembering each.
 */
public sealed interface Change {
    String key();

    /** The key has this value now; before it had another one, or none. */
    record Put(Entry entry, Optional<Entry> before) implements Change {
        @Override
        public String key() {
            return entry.key();
        }
    }

    /** The key had this value and has none any more. */
    record Gone(Entry before) implements Change {
        @Override
        public String key() {
            return before.key();
        }
    }
}
