package org.fingerpost.redirect.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.ApiKey;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.redirect.providers.keys.ApiKeys;

/** Keeps the providers. */
@ApplicationScoped
public class Providers {
    private final ProviderRows rows;
    private final ApiKeys keys;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;

    Providers(ProviderRows rows, ApiKeys keys, Audit audit, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.keys = keys;
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
        ApiKeys.Made first = keys.first(row.id, row.pathKey, row.registeredAt);
        audit.record(
                Decision.about(by, "provider-registered", "provider/" + row.id, row.id)
                        .is(row.toProvider()));
        return new Registered(row.toProvider(), first.key(), first.commit());
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
}
