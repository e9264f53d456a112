package org.fingerpost.redirect.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.ApiKey;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.outbox.Outbox;

/** Keeps the providers. */
@ApplicationScoped
public class Providers {
    private static final String TYPE = "org.fingerpost.redirect.provider.v1";

    private final ProviderRows rows;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;

    Providers(
            ProviderRows rows,
            EntityManager entities,
            Outbox outbox,
            Audit audit,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.entities = entities;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** A new provider with its first API key, which nobody can show again. */
    public record Registered(Provider provider, ApiKey key, long commit) {}

    @Transactional
    public Registered register(Caller by, String companyName, String address, String contactEmail) {
        ProviderRow row = new ProviderRow();
        row.companyName = companyName;
        row.address = address;
        row.contactEmail = contactEmail;
        row.pathKey = PathKey.make(random);
        row.registeredAt = clock.instant();
        rows.persistAndFlush(row);
        ApiKey key = ApiKey.make(random, outbox.commitNumber());
        ApiKeyRow keyRow = new ApiKeyRow();
        keyRow.hash = key.hash();
        keyRow.providerId = row.id;
        keyRow.madeAt = row.registeredAt;
        entities.persist(keyRow);
        entities.flush();
        long commit =
                outbox.append(
                        "provider/" + row.id,
                        TYPE,
                        new State(row.id, row.pathKey, List.of(key.hash())));
        audit.record(
                Decision.about(by, "provider-registered", "provider/" + row.id, row.id)
                        .is(row.toProvider()));
        return new Registered(row.toProvider(), key, commit);
    }

    /** Those that the caller may see, oldest first. */
    @Transactional
    public List<Provider> seenBy(Caller caller) {
        return switch (caller) {
            case Caller.Operator() ->
                    rows.list("order by id").stream().map(ProviderRow::toProvider).toList();
            case Caller.OfProvider(long own) -> find(caller, own).stream().toList();
        };
    }

    @Transactional
    public Optional<Provider> find(Caller caller, long id) {
        return caller.sees(id)
                ? rows.findByIdOptional(id).map(ProviderRow::toProvider)
                : Optional.empty();
    }

    /** What every service learns of a provider: not its name, not its address. */
    private record State(long id, String pathKey, List<String> keyHashes) {}
}
