package org.fingerpost.redirect.targets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.routes.TargetState;

/**
 * Keeps the target servers. Change one, and all its phones follow: ranges refer to it, they do not
 * copy it.
 */
@ApplicationScoped
public class TargetServers {
    private static final String TYPE = "org.fingerpost.redirect.target-server.v1";

    private final TargetServerRows rows;
    private final OwnAddresses own;
    private final SettingsKeeper settings;
    private final Outbox outbox;
    private final Audit audit;
    private final SecureRandom random;

    TargetServers(
            TargetServerRows rows,
            OwnAddresses own,
            SettingsKeeper settings,
            Outbox outbox,
            Audit audit,
            SecureRandom random) {
        this.rows = rows;
        this.own = own;
        this.settings = settings;
        this.outbox = outbox;
        this.audit = audit;
        this.random = random;
    }

    /**
     * What a provider says of a target server.
     *
     * @param calledAs the authority by which the caller of the API reached this service
     * @param instructions without settings
     * @param settings in clear; a masked secret stands for the one that is there
     */
    public record Wish(
            String name,
            ServerUrl configUrl,
            ServerUrl firmwareUrl,
            String calledAs,
            Instructions instructions,
            PValues settings) {
        /** The two addresses alone. */
        public Wish(String name, ServerUrl configUrl, ServerUrl firmwareUrl, String calledAs) {
            this(name, configUrl, firmwareUrl, calledAs, Instructions.NONE, PValues.none());
        }

        /** It may hold secrets. */
        @Override
        public String toString() {
            return "Wish[" + name + "]";
        }
    }

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
        TargetServerView before = TargetServerView.of(row.toTargetServer());
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

    /** The one that the provider calls by this name. */
    @Transactional
    public Optional<TargetServer> named(long provider, String name) {
        return rows.find("providerId = ?1 and name = ?2", provider, name)
                .firstResultOptional()
                .map(TargetServerRow::toTargetServer);
    }

    private Kept keep(TargetServerRow row, Wish wish, Supplier<Decision> decision) {
        refuseCircle("configUrl", wish.configUrl(), wish.calledAs());
        refuseCircle("firmwareUrl", wish.firmwareUrl(), wish.calledAs());
        refuseHttpRedirectToTftp(wish);
        row.name = wish.name();
        row.configUrl = wish.configUrl().toString();
        row.firmwareUrl = wish.firmwareUrl().toString();
        row.take(wish.instructions());
        if (row.spreadInterval > 0 && row.spreadKey.length == 0) {
            row.spreadKey = SpreadKey.draw(random).bytes();
        }
        try {
            // A new row gets the id that its secrets are bound to.
            rows.persistAndFlush(row);
        } catch (PersistenceException e) {
            if (String.valueOf(e.getMessage()).contains("target_server_name_is_unique")) {
                throw Problem.conflict(
                        "target-server-name-taken",
                        "you have a target server named '" + wish.name() + "'");
            }
            throw e;
        }
        row.settings = SettingsColumn.write(settings.kept(wish.settings(), row));
        rows.flush();
        TargetServer server = row.toTargetServer();
        // Masked as in answers: what is written down for good holds no secret, not even a sealed
        // one.
        audit.record(decision.get().is(TargetServerView.of(server)));
        return new Kept(server, outbox.append(key(row), TYPE, TargetState.of(server)));
    }

    private static Caller by(TargetServerRow row) {
        return new Caller.OfProvider(row.providerId);
    }

    private static String key(TargetServerRow row) {
        return "target/" + row.id;
    }

    private static void refuseHttpRedirectToTftp(Wish wish) {
        if (wish.instructions().httpRedirect()
                && wish.configUrl().scheme() == ServerUrl.Scheme.TFTP) {
            throw Problem.invalid(
                            "no-http-redirect-to-tftp",
                            "httpRedirect leads from HTTP to HTTP, and configUrl is TFTP")
                    .with("field", "httpRedirect");
        }
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
}
