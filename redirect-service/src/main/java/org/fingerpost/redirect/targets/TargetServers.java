package org.fingerpost.redirect.targets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fingerpost.access.Caller;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.audit.Audit;
import org.fingerpost.redirect.audit.Decision;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;

/**
 * Keeps the target servers. Change one, and all its phones follow: ranges refer to it, they do not
 * copy it.
 */
@ApplicationScoped
public class TargetServers {
    private static final String TYPE = "org.fingerpost.redirect.target-server.v1";

    private final TargetServerRows rows;
    private final OwnAddresses own;
    private final Outbox outbox;
    private final Audit audit;

    TargetServers(TargetServerRows rows, OwnAddresses own, Outbox outbox, Audit audit) {
        this.rows = rows;
        this.own = own;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What a provider says of a target server. */
    public record Wish(String name, ServerUrl configUrl, ServerUrl firmwareUrl, String calledAs) {}

    /** A target server as it now is. */
    public record Kept(TargetServer server, long commit) {}

    @Transactional
    public Kept register(long provider, Wish wish) {
        TargetServerRow row = new TargetServerRow();
        row.providerId = provider;
        return keep(
                row,
                wish,
                () -> Decision.about(by(row), "target-server-registered", key(row), provider));
    }

    @Transactional
    public Kept change(long provider, long id, Wish wish) {
        TargetServerRow row =
                rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .filter(found -> found.providerId == provider)
                        .orElseThrow(() -> Problem.notFound("no target server " + id));
        State before = State.of(row);
        return keep(
                row,
                wish,
                () ->
                        Decision.about(by(row), "target-server-changed", key(row), provider)
                                .was(before));
    }

    @Transactional
    public List<TargetServer> seenBy(Caller caller) {
        List<TargetServerRow> seen =
                switch (caller) {
                    case Caller.Operator() -> rows.list("order by id");
                    case Caller.OfProvider(long provider) ->
                            rows.list("providerId = ?1 order by id", provider);
                };
        return seen.stream().map(TargetServerRow::toTargetServer).toList();
    }

    @Transactional
    public Optional<TargetServer> find(Caller caller, long id) {
        return rows.findByIdOptional(id)
                .filter(row -> caller.sees(row.providerId))
                .map(TargetServerRow::toTargetServer);
    }

    private Kept keep(TargetServerRow row, Wish wish, Supplier<Decision> decision) {
        refuseCircle("configUrl", wish.configUrl(), wish.calledAs());
        refuseCircle("firmwareUrl", wish.firmwareUrl(), wish.calledAs());
        row.name = wish.name();
        row.configUrl = wish.configUrl().toString();
        row.firmwareUrl = wish.firmwareUrl().toString();
        try {
            rows.persistAndFlush(row);
        } catch (PersistenceException e) {
            if (String.valueOf(e.getMessage()).contains("target_server_name_is_unique")) {
                throw Problem.conflict(
                        "target-server-name-taken",
                        "you have a target server named '" + wish.name() + "'");
            }
            throw e;
        }
        State state = State.of(row);
        audit.record(decision.get().is(state));
        return new Kept(row.toTargetServer(), outbox.append(key(row), TYPE, state));
    }

    private static Caller by(TargetServerRow row) {
        return new Caller.OfProvider(row.providerId);
    }

    private static String key(TargetServerRow row) {
        return "target/" + row.id;
    }

    private void refuseCircle(String field, ServerUrl url, String calledAs) {
        if (own.leadsBack(url, calledAs)) {
            throw Problem.invalid(
                            "target-leads-back",
                            field
                                    + " "
                                    + url
                                    + " is a redirect door: phones sent there would go in circles")
                    .with("field", field);
        }
    }

    private record State(
            long id, long provider, String name, String configUrl, String firmwareUrl) {
        static State of(TargetServerRow row) {
            return new State(row.id, row.providerId, row.name, row.configUrl, row.firmwareUrl);
        }
    }
}
