package org.fingerpost.drills.drilled;

/** What came of a write. */
public sealed interface Outcome<T> {
    record Acknowledged<T>(T value) implements Outcome<T> {}

    /** Certainly not done. */
    record Refused<T>(String why) implements Outcome<T> {}

    /** Done or not: the answer was an error of the service's, or none came. */
    record InDoubt<T>(int status, String why) implements Outcome<T> {}

    static <T> Outcome<T> of(Api.Reply reply, T value) {
        return reply.acknowledged() ? new Acknowledged<>(value) : without(reply);
    }

    /** For what must be there before a drill begins. */
    static <T> T sure(Outcome<T> outcome) {
        return switch (outcome) {
            case Acknowledged<T>(var value) -> value;
            case Refused<T>(var why) -> throw new IllegalStateException(why);
            case InDoubt<T>(var _, var why) -> throw new IllegalStateException(why);
        };
    }

    static <T> Outcome<T> without(Api.Reply reply) {
        String why = reply.status() + " " + reply.body();
        return reply.refused() ? new Refused<>(why) : new InDoubt<>(reply.status(), why);
    }
}
