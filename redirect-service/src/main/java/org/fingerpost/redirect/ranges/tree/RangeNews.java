package org.fingerpost.redirect.ranges.tree;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.redirect.ranges.Registration;

/**
 * Tells of a range that changed: to the doors by the outbox, to its provider by a notice, to
 * whoever asks later by the audit.
 */
@ApplicationScoped
public class RangeNews {
    private static final String TYPE = "org.fingerpost.redirect.range.v1";

    private final Outbox outbox;
    private final Audit audit;
    private final Herald herald;

    public RangeNews(Outbox outbox, Audit audit, Herald herald) {
        this.outbox = outbox;
        this.audit = audit;
        this.herald = herald;
    }

    /** Tells a provider of what was decided about its range, in the running transaction. */
    public interface Herald {
        void tell(String action, Registration range);
    }

    public long made(Caller by, String action, Registration now) {
        audit.record(decision(by, action, now).is(Snapshot.of(now)));
        return tell(now);
    }

    public long changed(Caller by, String action, Registration was, Registration now) {
        audit.record(decision(by, action, now).was(Snapshot.of(was)).is(Snapshot.of(now)));
        herald.tell(action, now);
        return tell(now);
    }

    public long gone(Caller by, String action, Registration was) {
        audit.record(decision(by, action, was).was(Snapshot.of(was)));
        herald.tell(action, was);
        return outbox.appendGone(key(was), TYPE);
    }

    /**
     * Tells the doors alone: what was decided before, so that an answer's commit number is one that
     * they come to know, or what a list says of which the audit has an entry.
     */
    public long again(Registration now) {
        return tell(now);
    }

    /** It went from one provider to another, and both may read of it. */
    public long handedOver(Caller by, Registration was, Registration now) {
        Decision decision =
                decision(by, "range-handed-over", was).was(Snapshot.of(was)).is(Snapshot.of(now));
        audit.recordAll(List.of(decision, decision.alsoFor(now.provider())));
        return tell(now);
    }

    /** Tells the doors of many at once; the list they came in is in the audit, not each of them. */
    public void tellAll(List<Registration> standing) {
        Map<String, Object> states = new LinkedHashMap<>();
        standing.forEach(range -> states.put(key(range), State.of(range)));
        outbox.appendAll(TYPE, states);
    }

    private static Decision decision(Caller by, String action, Registration range) {
        return Decision.about(by, action, key(range), range.provider());
    }

    private static String key(Registration range) {
        return "range/" + range.id();
    }

    private long tell(Registration now) {
        return now.state() == Registration.State.REJECTED
                ? outbox.appendGone(key(now), TYPE)
                : outbox.append(key(now), TYPE, State.of(now));
    }

    /** What a door has to know. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record State(
            long id,
            long provider,
            String first,
            String last,
            long target,
            String state,
            List<String> pilotMacs) {
        static State of(Registration range) {
            boolean pilot = range.state() == Registration.State.PILOT && !range.blocked();
            return new State(
                    range.id(),
                    range.provider(),
                    range.range().first().toString(),
                    range.range().last().toString(),
                    range.targetServer(),
                    range.blocked() ? "blocked" : range.state().word(),
                    pilot
                            ? range.pilotMacs().stream().map(MacAddress::toString).toList()
                            : List.of());
        }
    }

    /** What people may want to know later. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Snapshot(
            long providerId,
            String first,
            String last,
            long targetServerId,
            String state,
            boolean blocked,
            Optional<String> company,
            List<String> pilotMacs,
            Optional<String> reason,
            Optional<Long> parent) {
        static Snapshot of(Registration range) {
            return new Snapshot(
                    range.provider(),
                    range.range().first().toString(),
                    range.range().last().toString(),
                    range.targetServer(),
                    range.state().word(),
                    range.blocked(),
                    range.company(),
                    range.pilotMacs().stream().map(MacAddress::toString).toList(),
                    range.reason(),
                    range.parent());
        }
    }
}
