package org.fingerpost.redirect.ranges.tree;

import java.util.Optional;
import org.fingerpost.redirect.ranges.Registration;

/**
 * In what a range lies: the innermost range around it, and the delegation it rests on if that one
 * is somebody else's. The database compares what is copied here.
 */
public record Nest(Optional<Inside> parent, Optional<Lent> delegation) {
    /** In nothing. */
    public static final Nest NONE = new Nest(Optional.empty(), Optional.empty());

    public record Inside(long id, long first, long last, long provider) {
        static Inside of(Registration range) {
            return new Inside(
                    range.id(),
                    range.range().first().bits(),
                    range.range().last().bits(),
                    range.provider());
        }
    }

    public record Lent(long id, long first, long last) {}

    public static Nest in(Registration around) {
        return new Nest(Optional.of(Inside.of(around)), Optional.empty());
    }

    public Nest restingOn(Optional<Lent> lent) {
        return new Nest(parent, lent);
    }

    /** In the order of the columns: parent, first, last, provider; delegation, first, last. */
    public Object[] columns() {
        return new Object[] {
            parent.map(Inside::id),
            parent.map(Inside::first),
            parent.map(Inside::last),
            parent.map(Inside::provider),
            delegation.map(Lent::id),
            delegation.map(Lent::first),
            delegation.map(Lent::last)
        };
    }
}
