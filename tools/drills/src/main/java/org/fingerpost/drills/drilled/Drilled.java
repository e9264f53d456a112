package org.fingerpost.drills.drilled;

import java.util.List;
import java.util.Set;

/** One service as the drills know it, with phones of its own and an account to write to. */
public interface Drilled {
    /** Makes what phones ask for from the beginning; all doors tell it when the marker is told. */
    void fill(int phones);

    /** Of the phone that asks next. */
    Question next();

    /** Who write all the time, each for itself. */
    List<Writer> writers(int count);

    /** A list is handed over, so that it is being worked on when something dies. */
    void handOver(int turn);

    /** Writes something new; whether that was acknowledged. */
    boolean mark(int turn);

    /** What a door that knows of that says. */
    boolean marked(int turn, String told);

    /** Asks for what {@link #mark} writes. */
    Question marker();

    /** Of all that phones ask for meanwhile. */
    List<Question> known();

    /** Of all that was ever written and is not in doubt. */
    List<Question> everything();

    /** A sentence for each acknowledged write that the API does not have. */
    List<String> lost();

    /** The topics of state that doors of this service read. */
    Set<String> topics();
}
