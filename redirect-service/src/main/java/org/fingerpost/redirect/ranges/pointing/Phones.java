package org.fingerpost.redirect.ranges.pointing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.changes.Releases;
import org.fingerpost.redirect.ranges.registering.Ranges;

/**
 * Ranges for those who know of phones only: points phones at target servers and gives them back,
 * all of a list or none, each verb in one transaction. What lies around a phone decides what
 * becomes of it, by the rules of {@link Ranges}.
 */
@ApplicationScoped
public class Phones {
    /** As many as one transaction registers in much less than a second. */
    public static final int MOST = 100;

    private final Pointing pointing;
    private final Releases releases;
    private final Attempts attempts;

    Phones(Pointing pointing, Releases releases, Attempts attempts) {
        this.pointing = pointing;
        this.releases = releases;
        this.attempts = attempts;
    }

    /** What to do with a phone that is a range of one and goes to another target server. */
    public enum Existing {
        MOVE,
        KEEP
    }

    /** What came of pointing a list of phones. */
    public sealed interface Pointed {
        /**
         * @param ranges the innermost range that now holds each phone
         */
        record All(List<Registration> ranges) implements Pointed {}

        /**
         * @param why those that could not be pointed; to the others nothing was done either
         */
        record None(Map<MacAddress, Assignment> why) implements Pointed {}
    }

    /** What came of giving a list of phones back. */
    public sealed interface GivenBack {
        record All() implements GivenBack {}

        /**
         * @param notYours those that no range of the provider's holds
         */
        record None(List<MacAddress> notYours) implements GivenBack {}
    }

    /**
     * Sees to it that the phones go to the target server: at once where the provider's own active
     * range holds them, else when the operator has approved. Said again it changes nothing. With
     * {@link Existing#KEEP} a phone that is a range of one and goes elsewhere clashes with that.
     */
    public Pointed point(
            Caller.OfProvider by, Collection<MacAddress> phones, long server, Existing existing) {
        List<Registration> ranges = new ArrayList<>();
        Map<MacAddress, Assignment> why = new LinkedHashMap<>();
        boolean all =
                allOrNothing(() -> {
                    ranges.clear();
                    why.clear();
                    for (MacAddress phone : new TreeSet<>(phones)) {
                        Assignment outcome = pointing.point(by, phone, server, existing);
                        if (outcome instanceof Assignment.Registered(var range, var _)) {
                            ranges.add(range);
                        } else {
                            why.put(phone, outcome);
                        }
                    }
                    return why.isEmpty();
                });
        return all ? new Pointed.All(ranges) : new Pointed.None(why);
    }

    /** Gives the phones back to the default, as {@link Releases#giveBack} does. */
    public GivenBack giveBack(Caller.OfProvider by, Collection<MacAddress> phones) {
        List<MacAddress> notYours = new ArrayList<>();
        boolean all =
                allOrNothing(() -> {
                    notYours.clear();
                    for (MacAddress phone : new TreeSet<>(phones)) {
                        if (pointing.holder(by, phone).isPresent()) {
                            releases.giveBack(by, phone);
                        } else {
                            notYours.add(phone);
                        }
                    }
                    return notYours.isEmpty();
                });
        return all ? new GivenBack.All() : new GivenBack.None(notYours);
    }

    /** How a phone stands with the provider, who shows no proofs. */
    public Standing standing(Caller.OfProvider by, MacAddress phone) {
        return attempts.run(() -> pointing.standing(by, phone));
    }

    private boolean allOrNothing(BooleanSupplier work) {
        try {
            return attempts.run(() -> {
                if (!work.getAsBoolean()) {
                    throw new Undone();
                }
                return true;
            });
        } catch (Undone e) {
            return false;
        }
    }

    /** Rolls back what was done to the phones before the first that was refused. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super("not all of the phones", null, false, false);
        }
    }
}
