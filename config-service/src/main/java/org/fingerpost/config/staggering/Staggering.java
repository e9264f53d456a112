package org.fingerpost.config.staggering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.AuditEntry;
import org.fingerpost.audit.Decision;
import org.fingerpost.audit.Trail;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.turns.Pace;
import org.fingerpost.config.turns.PaceForm;
import org.fingerpost.config.turns.Pacing;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps what providers wish for how their phones come. */
@ApplicationScoped
public class Staggering {
    private static final String TYPE = "org.fingerpost.config.staggering.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of a provider's paces travel in one record. */
    private static final int MOST_GROUPS = 1_000;

    private final PaceRows rows;
    private final Outbox outbox;
    private final Audit audit;
    private final Trail trail;

    Staggering(PaceRows rows, Outbox outbox, Audit audit, Trail trail) {
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
        this.trail = trail;
    }

    /** What is wished from now on. */
    record Kept(Pacing pacing, long commit) {}

    /** Nothing, if the provider has never said. */
    @Transactional
    public Optional<Pacing> pacing(long provider) {
        return rows.find(provider);
    }

    /** As it was at a moment, by what was written down. */
    @Transactional
    public Optional<Pacing> pacing(long provider, Instant moment) {
        return rows.find(provider)
                .map(now -> {
                    Map<String, Pace> paces = new HashMap<>();
                    for (AuditEntry entry : trail.of(subject(provider), moment)) {
                        OfGroup said = read(entry.after().or(entry::before).orElseThrow());
                        paces.remove(said.group);
                        if (entry.after().isPresent()) {
                            paces.put(said.group, said.pace.toPace());
                        }
                    }
                    Optional<Pace> own = Optional.ofNullable(paces.remove(PaceRows.OWN));
                    return new Pacing(now.key(), own, paces);
                });
    }

    private static OfGroup read(String json) {
        try {
            return JSON.readValue(json, OfGroup.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision that was written down cannot be read", e);
        }
    }

    /**
     * @param group nothing for the provider's own
     * @param pace nothing, if there is to be none
     */
    @Transactional
    Kept change(long provider, Optional<String> group, Optional<Pace> pace) {
        group.ifPresent(SheetName::checkName);
        rows.lock(provider);
        Pacing before = rows.find(provider).orElseThrow();
        Optional<Pace> was = said(before, group);
        if (pace.isPresent() && was.isEmpty() && before.groups().size() >= MOST_GROUPS) {
            throw tooMany();
        }
        keep(provider, group.orElse(PaceRows.OWN), was, pace);
        return tell(provider);
    }

    /**
     * All of it as it was elsewhere, with the turn key from there: phones keep their turns. What
     * was before is from then on told by this key too.
     */
    @Transactional
    public void takeOver(long provider, Pacing wish) {
        if (wish.groups().size() > MOST_GROUPS) {
            throw tooMany();
        }
        rows.lock(provider);
        rows.rekey(provider, wish.key());
        Pacing before = rows.find(provider).orElseThrow();
        keep(provider, PaceRows.OWN, before.own(), wish.own());
        Set<String> groups = new TreeSet<>(before.groups().keySet());
        groups.addAll(wish.groups().keySet());
        for (String each : groups) {
            Optional<String> group = Optional.of(each);
            keep(provider, each, said(before, group), said(wish, group));
        }
        tell(provider);
    }

    private static Problem tooMany() {
        return Problem.conflict(
                "too-many-paces", MOST_GROUPS + " groups may have a pace of their own");
    }

    /** A group's, or with an empty name the provider's; written down if it is another. */
    private void keep(long provider, String name, Optional<Pace> was, Optional<Pace> is) {
        if (was.equals(is)) {
            return;
        }
        is.ifPresentOrElse(
                pace -> rows.put(provider, name, pace), () -> rows.remove(provider, name));
        write(provider, name, was, is);
    }

    /** What was said by this group itself, or by the provider. */
    static Optional<Pace> said(Pacing pacing, Optional<String> group) {
        return group.isPresent()
                ? Optional.ofNullable(pacing.groups().get(group.get()))
                : pacing.own();
    }

    private void write(long provider, String group, Optional<Pace> was, Optional<Pace> is) {
        Decision decision =
                Decision.about(
                        new Caller.OfProvider(provider),
                        "staggering-changed",
                        subject(provider),
                        provider);
        if (was.isPresent()) {
            decision = decision.was(OfGroup.of(group, was.get()));
        }
        audit.record(is.isPresent() ? decision.is(OfGroup.of(group, is.get())) : decision);
    }

    private Kept tell(long provider) {
        Pacing pacing = rows.find(provider).orElseThrow();
        List<OfGroup> groups =
                pacing.groups().entrySet().stream()
                        .map(each -> OfGroup.of(each.getKey(), each.getValue()))
                        .toList();
        State state =
                new State(
                        provider,
                        pacing.key().bytes(),
                        pacing.own().map(PaceForm::of).orElse(null),
                        groups);
        return new Kept(pacing, outbox.append(subject(provider), TYPE, state));
    }

    private static String subject(long provider) {
        return "staggering/" + provider;
    }

    /** Empty {@code group}: the provider's own. */
    private record OfGroup(String group, PaceForm pace) {
        static OfGroup of(String group, Pace pace) {
            return new OfGroup(group, PaceForm.of(pace));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record State(long provider, byte[] turnKey, PaceForm pace, List<OfGroup> groups) {}
}
