package org.fingerpost.redirect.dialects.credentials;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How programs written for another redirection service speak to this one. */
public enum Dialect {
    /** Grandstream's GAPS: JSON, signed with HMAC-SHA1. */
    GAPS,
    /** XML-RPC with HTTP Basic, as Yealink's, Htek's and Akuvox's services take it. */
    XMLRPC;

    /** As JSON, SQL and the audit's {@code via} spell it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Dialect of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
