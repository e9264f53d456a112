package org.fingerpost.drills;

import org.fingerpost.drills.drilled.Drilled;
import org.fingerpost.drills.phones.DoorCheck;
import org.fingerpost.drills.town.Patience;
import org.fingerpost.drills.town.Town;

/** Something that is written anew to see when a write is at every door again. */
final class Marker {
    private final Drilled drilled;
    private final Town town;
    private int turn;

    Marker(Drilled drilled, Town town) {
        this.drilled = drilled;
        this.town = town;
    }

    /** How often it was written; no two drills begin with the same. */
    int turn() {
        return turn;
    }

    /** Returns when a write of now is acknowledged and told by every door. */
    void await(String what) {
        int now = ++turn;
        Patience.until(what, () -> drilled.mark(now));
        Patience.until(
                what, () -> town.answering().keySet().stream().allMatch(port -> tells(port, now)));
    }

    private boolean tells(int port, int now) {
        return drilled.marked(now, DoorCheck.ask(port, drilled.marker()));
    }
}
