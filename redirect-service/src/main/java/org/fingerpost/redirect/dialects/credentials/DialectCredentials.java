package org.fingerpost.redirect.dialects.credentials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.secrets.Vault;
import org.fingerpost.redirect.targets.TargetServers;

/** Keeps the credentials of dialects. */
@ApplicationScoped
public class DialectCredentials {
    /** Characters of a name: 60 random bits, so that nobody meets another's. */
    static final int NAME = 12;

    /** More programs than a provider has. */
    private static final int MOST = 100;

    private final CredentialRows rows;
    private final TargetServers servers;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;

    DialectCredentials(
            CredentialRows rows,
            TargetServers servers,
            Vault vault,
            Audit audit,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.servers = servers;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** A credential with its new secret, which nobody can show again. */
    public record Made(DialectCredential credential, DialectSecret secret) {}

    /**
     * @param targetServer for GAPS, and for it only
     */
    @Transactional
    public Made make(Caller.OfProvider by, Dialect dialect, Optional<Long> targetServer) {
        if (targetServer.isPresent() != (dialect == Dialect.GAPS)) {
            throw invalidServer(
                    dialect == Dialect.GAPS
                            ? "GAPS' calls name no server: say where phones go by default"
                            : "calls in XML-RPC name their server themselves");
        }
        targetServer.ifPresent(server -> mustBeTheirs(by, server));
        if (rows.of(by.provider()).size() >= MOST) {
            throw Problem.conflict(
                    "too-many-dialect-credentials",
                    "a provider has " + MOST + " at the most: revoke one that is not used");
        }
        CredentialRow row = new CredentialRow();
        row.providerId = by.provider();
        row.dialect = dialect.word();
        row.name = DialectSecret.word(random, NAME);
        row.targetServerId = targetServer.orElse(null);
        row.madeAt = now();
        DialectSecret secret = drawSecret(row, dialect);
        rows.persistAndFlush(row);
        record(by, "dialect-credential-made", Optional.empty(), Optional.of(row.toCredential()));
        return new Made(row.toCredential(), secret);
    }

    /** Exchanges the secret; the one before is void at once. */
    @Transactional
    public Made rotate(Caller by, long id) {
        CredentialRow row = locked(by, id);
        DialectCredential was = row.toCredential();
        DialectSecret secret = drawSecret(row, was.dialect());
        record(by, "dialect-credential-rotated", Optional.of(was), Optional.of(row.toCredential()));
        return new Made(row.toCredential(), secret);
    }

    /** Sends phones elsewhere from now on; those that are registered stay where they are. */
    @Transactional
    public DialectCredential pointAt(Caller.OfProvider by, long id, long targetServer) {
        CredentialRow row = locked(by, id);
        DialectCredential was = row.toCredential();
        if (was.dialect() != Dialect.GAPS) {
            throw invalidServer("calls in XML-RPC name their server themselves");
        }
        mustBeTheirs(by, targetServer);
        row.targetServerId = targetServer;
        record(by, "dialect-credential-changed", Optional.of(was), Optional.of(row.toCredential()));
        return row.toCredential();
    }

    @Transactional
    public void revoke(Caller by, long id) {
        CredentialRow row = locked(by, id);
        rows.delete(row);
        record(by, "dialect-credential-revoked", Optional.of(row.toCredential()), Optional.empty());
    }

    /** Those that the caller may see, oldest first. */
    @Transactional
    public List<DialectCredential> seenBy(Caller caller) {
        List<CredentialRow> seen =
                switch (caller) {
                    case Caller.Operator() -> rows.list("order by id");
                    case Caller.OfProvider(long provider) -> rows.of(provider);
                };
        return seen.stream().map(CredentialRow::toCredential).toList();
    }

    /** To what a GAPS key is bound when it is sealed. */
    static String context(String cid) {
        return "gaps/" + cid;
    }

    private DialectSecret drawSecret(CredentialRow row, Dialect dialect) {
        DialectSecret secret = DialectSecret.make(random);
        row.secretMadeAt = now();
        switch (dialect) {
            case GAPS -> {
                if (!vault.hasKey()) {
                    throw Problem.conflict(
                            "no-redirect-key",
                            "this installation has no fingerpost.redirect.key-file, so it cannot"
                                    + " keep a key that signs: ask its operator");
                }
                row.seal(vault.seal(secret.reveal(), context(row.name)));
            }
            case XMLRPC -> row.digest = DialectSecret.digest(secret.reveal());
        }
        return secret;
    }

    private CredentialRow locked(Caller by, long id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> by.sees(row.providerId))
                .orElseThrow(() -> Problem.notFound("no dialect credential " + id));
    }

    private void mustBeTheirs(Caller by, long server) {
        if (servers.find(by, server).isEmpty()) {
            throw Problem.invalid("no-such-target-server", "you have no target server " + server)
                    .with("field", "targetServerId");
        }
    }

    private static Problem invalidServer(String why) {
        return Problem.invalid("invalid-field", "targetServerId: " + why)
                .with("field", "targetServerId");
    }

    private void record(
            Caller by,
            String action,
            Optional<DialectCredential> was,
            Optional<DialectCredential> now) {
        DialectCredential about = now.or(() -> was).orElseThrow();
        audit.record(
                new Decision(
                        by,
                        action,
                        about.subject(),
                        Optional.of(about.provider()),
                        was.map(each -> each),
                        now.map(each -> each)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
