package org.fingerpost.config.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the groups. A group never lies in itself, however long the way around. */
@ApplicationScoped
public class Groups {
    private static final String TYPE = "org.fingerpost.config.group.v1";

    private final GroupRows rows;
    private final Instance<GroupGuard> guards;
    private final Outbox outbox;
    private final Clock clock;

    Groups(GroupRows rows, Instance<GroupGuard> guards, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.guards = guards;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A group as it now is. */
    public record Kept(Group group, boolean made, long commit) {}

    /** Makes a group, or moves it into another one. */
    @Transactional
    public Kept put(long provider, String name, Optional<String> parent) {
        SheetName.checkName(name);
        rows.lock(provider);
        Optional<GroupRow> before = rows.find(provider, name);
        parent.ifPresent(into -> refuseCircle(provider, name, into));
        GroupRow row =
                before.orElseGet(() -> {
                    GroupRow fresh = new GroupRow();
                    fresh.providerId = provider;
                    fresh.name = name;
                    return fresh;
                });
        row.parent = parent.orElse(null);
        rows.persistAndFlush(row);
        rows.remember(row, false, now());
        if (before.isPresent()) {
            guards.forEach(guard -> guard.moved(provider, name));
        }
        return new Kept(row.toGroup(), before.isEmpty(), tell(row));
    }

    private void refuseCircle(long provider, String name, String into) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(into);
        while (next.isPresent()) {
            String each = next.get();
            if (each.equals(name)) {
                throw Problem.conflict(
                        "group-in-itself", name + " cannot lie in " + into + ", which lies in it");
            }
            GroupRow row = rows.find(provider, each).orElseThrow(() -> none(each));
            next = seen.add(each) ? Optional.ofNullable(row.parent) : Optional.empty();
        }
    }

    /**
     * @return the commit number
     */
    @Transactional
    public long delete(long provider, String name) {
        rows.lock(provider);
        GroupRow row =
                rows.find(provider, name).orElseThrow(() -> Problem.notFound("no group " + name));
        List<GroupRow> inside = rows.in(provider, name);
        if (!inside.isEmpty() || rows.hasDevices(provider, name)) {
            throw Problem.conflict(
                    "group-not-empty",
                    name
                            + (inside.isEmpty()
                                    ? " has devices"
                                    : " has the group " + inside.getFirst().name)
                            + ": move them first");
        }
        rows.remember(row, true, now());
        rows.delete(row);
        rows.flush();
        return outbox.appendGone(key(row), TYPE);
    }

    /**
     * @throws Problem if the provider has no such group
     */
    @Transactional
    public Group known(long provider, String name) {
        return find(provider, name).orElseThrow(() -> none(name));
    }

    @Transactional
    public Optional<Group> find(long provider, String name) {
        return rows.find(provider, name).map(GroupRow::toGroup);
    }

    /** As it was at a moment. */
    @Transactional
    public Optional<Group> find(long provider, String name, Instant at) {
        return rows.at(provider, name, at);
    }

    @Transactional
    public List<Group> of(long provider) {
        return rows.of(provider).stream().map(GroupRow::toGroup).toList();
    }

    private static Problem none(String name) {
        return Problem.invalid("no-such-group", "there is no group " + name).with("field", "group");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String key(GroupRow row) {
        return "group/" + row.providerId + "/" + row.name;
    }

    private long tell(GroupRow row) {
        return outbox.append(key(row), TYPE, new State(row.providerId, row.name, row.parent));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record State(long provider, String name, String parent) {}
}
