package org.fingerpost.redirect.providers.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fingerpost.access.ApiKey;
import org.fingerpost.access.Caller;
import org.fingerpost.access.Permission;
import org.fingerpost.access.ShownKey;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.providers.keys.Owners.Owner;

/** Keeps the providers' API keys. All are told in one record with their provider. */
@ApplicationScoped
public class ApiKeys {
    /** As many as the record has room for. */
    private static final int MOST = 100;

    private final ApiKeyRows rows;
    private final Owners owners;
    private final ProviderTelling telling;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;

    ApiKeys(
            ApiKeyRows rows,
            Owners owners,
            ProviderTelling telling,
            Outbox outbox,
            Audit audit,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.owners = owners;
        this.telling = telling;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** A new key, which nobody can show again. */
    public record Made(NamedKey named, ApiKey key, long commit) {}

    /**
     * @param shown the key that the caller came with: the operator's, or one that may make keys
     */
    @Transactional
    public Made make(
            Caller by, ShownKey shown, long provider, String name, Set<Permission> permissions) {
        Owner owner = locked(by, shown, provider);
        if (rows.of(provider).size() >= MOST) {
            throw Problem.conflict(
                    "too-many-api-keys",
                    "a provider has " + MOST + " at the most: revoke one that is not used");
        }
        ApiKey key = ApiKey.make(random, outbox.commitNumber());
        ApiKeyRow row = new ApiKeyRow();
        row.hash = key.hash();
        row.providerId = provider;
        row.name = name;
        row.permissions =
                permissions.stream().map(Permission::word).sorted().toArray(String[]::new);
        row.madeAt = clock.instant();
        rows.persistAndFlush(row);
        audit.record(decision(by, "api-key-made", provider).is(Written.of(row)));
        return new Made(row.toNamedKey(), key, telling.tell(owner));
    }

    /**
     * The first key of a provider whose row has just been written; it may make others. Services
     * learn of the provider by it.
     */
    @Transactional(TxType.MANDATORY)
    public Made first(long provider, String pathKey, Instant at) {
        ApiKey key = ApiKey.make(random, outbox.commitNumber());
        ApiKeyRow row = new ApiKeyRow();
        row.hash = key.hash();
        row.providerId = provider;
        row.name = "first";
        row.permissions = new String[] {Permission.KEYS.word()};
        row.madeAt = at;
        rows.persistAndFlush(row);
        return new Made(row.toNamedKey(), key, telling.tell(new Owner(provider, pathKey)));
    }

    @Transactional
    public List<NamedKey> of(Caller caller, long provider) {
        if (!caller.sees(provider) || !owners.hasProvider(provider)) {
            throw unknown(provider);
        }
        return rows.of(provider).stream().map(ApiKeyRow::toNamedKey).toList();
    }

    /**
     * From its commit on no service knows the key any more.
     *
     * @return the commit number
     */
    @Transactional
    public long revoke(Caller by, ShownKey shown, long provider, String id) {
        Owner owner = locked(by, shown, provider);
        ApiKeyRow row =
                rows.find(provider, id).orElseThrow(() -> Problem.notFound("no API key " + id));
        audit.record(decision(by, "api-key-revoked", provider).was(Written.of(row)));
        rows.delete(row);
        rows.flush();
        return telling.tell(owner);
    }

    /** The rows say what a key may do at this moment; what the gate has heard may be older. */
    private Owner locked(Caller by, ShownKey shown, long provider) {
        if (!by.sees(provider)) {
            throw unknown(provider);
        }
        Owner owner = owners.locked(provider).orElseThrow(() -> unknown(provider));
        boolean may =
                switch (by) {
                    case Caller.Operator() -> true;
                    case Caller.OfProvider _ ->
                            rows.findByIdOptional(shown.hash())
                                    .filter(row -> row.may(Permission.KEYS))
                                    .isPresent();
                };
        if (!may) {
            throw Problem.forbidden(
                    "keys-permission-needed",
                    "this API key has no permission 'keys': the provider's first key has, or ask"
                            + " the operator");
        }
        return owner;
    }

    private static Problem unknown(long provider) {
        return Problem.notFound("no provider " + provider);
    }

    private static Decision decision(Caller by, String action, long provider) {
        return Decision.about(by, action, "provider/" + provider, provider);
    }

    /** What is written down of a key. */
    private record Written(String id, String name, String[] permissions) {
        static Written of(ApiKeyRow row) {
            return new Written(ShownKey.id(row.hash), row.name, row.permissions);
        }
    }
}
