package org.fingerpost.redirect.ranges;

import java.util.Locale;

/** A range that a provider has registered, and how far it has come. */
public record Registration(long id, long provider, MacRange range, long targetServer, State state) {

    /** Only an active range is served. */
    public enum State {
        PENDING,
        ACTIVE;

        /** As JSON, SQL and the state topic spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
