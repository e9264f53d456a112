package org.fingerpost.replica.topic;

import org.fingerpost.replica.disk.Origin;

/** What Kafka says when asked for the topic. */
public sealed interface Presence {
    record Here(Origin origin) implements Presence {}

    /** Kafka answers, but has no such topic (yet). */
    record NoTopic() implements Presence {}

    /** Kafka does not answer, or not so that it could be followed. */
    record Away(String why) implements Presence {}
}
