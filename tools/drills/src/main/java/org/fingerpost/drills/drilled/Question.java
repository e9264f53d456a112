package org.fingerpost.drills.drilled;

import java.util.Set;

/** What a phone asks a door, and what the door may say to it. */
public interface Question {
    String path();

    /** The phone says nothing of the request's number: that is added to it. */
    String userAgent();

    /** The bytes that are asked for, as a Range tells them; empty for the whole file. */
    default String range() {
        return "";
    }

    /**
     * What the answer says, in a word that {@link #possible} may have; empty for a 404. A remark if
     * nobody can have meant it, such as bytes that nobody wrote.
     */
    String told(Reply reply);

    /** What a door may say to a request that was sent and answered at these times. */
    Set<String> possible(long sent, long answered);

    /**
     * Whether a door may say 503 with Retry-After while this is about to change: of firmware, whose
     * bytes follow the news of them.
     */
    default boolean mayBePutOff() {
        return false;
    }
}
