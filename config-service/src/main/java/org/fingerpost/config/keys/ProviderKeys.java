package org.fingerpost.config.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.secrets.MasterKey;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.TokenKey;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.secrets.seals.WrappedKey;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.jboss.logging.Logger;

/** Keeps the providers' keys. */
@ApplicationScoped
public class ProviderKeys {
    private static final Logger LOG = Logger.getLogger(ProviderKeys.class);
    private static final String TYPE = "org.fingerpost.config.provider-key.v1";

    private final ProviderKeyRows rows;
    private final MasterKey master;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random;

    ProviderKeys(
            ProviderKeyRows rows,
            MasterKey master,
            Outbox outbox,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.master = master;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The key under which the provider's values are sealed now, made in the caller's transaction if
     * there is none yet. It stays that until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ProviderKey of(long provider) {
        return current(provider, LockModeType.PESSIMISTIC_READ)
                .map(row -> opened(row.toWrappedKey(), master::unwrap))
                .orElseGet(() -> first(provider));
    }

    /** One of the provider's keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ProviderKey> find(long provider, String keyId) {
        return rows.find(provider, keyId)
                .map(ProviderKeyRow::toWrappedKey)
                .filter(wrapped -> !wrapped.holdsTokens())
                .map(wrapped -> opened(wrapped, master::unwrap));
    }

    /** What proofs of the generations under this key are derived from, be it retired or not. */
    @Transactional(Transactional.TxType.MANDATORY)
    public TokenKey tokens(long provider, String keyId) {
        return find(provider, keyId)
                .map(ProviderKey::tokens)
                .or(() ->
                        rows.find(provider, WrappedKey.tokensOf(keyId))
                                .map(row -> opened(row.toWrappedKey(), master::unwrapTokens)))
                .orElseThrow(() -> new IllegalStateException("no key " + keyId + " was kept"));
    }

    /** A key that opens values. */
    public record Live(String keyId, Instant madeAt, boolean current) {
        static Live of(ProviderKeyRow row) {
            return new Live(row.keyId, row.madeAt, row.isCurrent());
        }
    }

    /** The provider's keys that open values, the oldest first; for use within one transaction. */
    public List<Live> live(long provider) {
        return rows.of(provider).stream()
                .filter(row -> !row.toWrappedKey().holdsTokens())
                .map(Live::of)
                .toList();
    }

    /** Those of the provider's keys that open here, by their ids. */
    public Map<String, ProviderKey> opening(long provider) {
        Map<String, ProviderKey> opening = new HashMap<>();
        for (ProviderKeyRow row : rows.of(provider)) {
            WrappedKey wrapped = row.toWrappedKey();
            if (!wrapped.holdsTokens()) {
                try {
                    opening.put(wrapped.keyId(), master.unwrap(wrapped));
                } catch (UnopenableException e) {
                    LOG.errorf("%s does not open with this service's master key", wrapped);
                }
            }
        }
        return opening;
    }

    /**
     * Who waited here for a key to be superseded finds that row superseded, and no other, for its
     * statement is older than the new row: hence the second look.
     */
    private Optional<ProviderKeyRow> current(long provider, LockModeType lock) {
        return rows.current(provider, lock).or(() -> rows.current(provider, lock));
    }

    /** The key that values are sealed under, which nobody uses or changes meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Live> lockCurrent(long provider) {
        return current(provider, LockModeType.PESSIMISTIC_WRITE).map(Live::of);
    }

    /** A new key in place of the current one; that one goes on opening, and its tokens hold. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ProviderKey supersede(long provider) {
        ProviderKeyRow row = current(provider, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
        String keyId = nextId(provider);
        ProviderKey before = opened(row.toWrappedKey(), master::unwrap);
        row.supersededAt = clock.instant();
        rows.flush();
        keep(master.wrapTokens(before, random));
        ProviderKey fresh = ProviderKey.make(row.providerId, keyId, random);
        keep(master.wrap(fresh, random));
        return fresh;
    }

    /** What was kept of retired keys counts, so that no name is given twice. */
    private String nextId(long provider) {
        long last =
                rows.of(provider).stream()
                        .mapToLong(row -> row.toWrappedKey().number())
                        .max()
                        .orElse(0);
        return WrappedKey.name(last + 1);
    }

    void rewrap(ProviderKeyRow row, WrappedKey wrapped) {
        row.nonce = wrapped.nonce();
        row.ciphertext = wrapped.ciphertext();
        rows.flush();
        tell(wrapped);
    }

    /**
     * The key opens nothing any more.
     *
     * @return the commit number
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long retire(long provider, String keyId) {
        ProviderKeyRow row = rows.find(provider, keyId).orElseThrow();
        String name = WrappedKey.context(provider, keyId);
        rows.delete(row);
        rows.flush();
        return outbox.appendGone(name, TYPE);
    }

    private ProviderKey first(long provider) {
        ProviderKey key = ProviderKey.make(provider, ProviderKey.FIRST, random);
        if (!keep(master.wrap(key, random))) {
            return current(provider, LockModeType.PESSIMISTIC_READ)
                    .map(row -> opened(row.toWrappedKey(), master::unwrap))
                    .orElseThrow(() -> new IllegalStateException("a key was there and is gone"));
        }
        return key;
    }

    /** False if there is one of that name already. */
    private boolean keep(WrappedKey wrapped) {
        boolean kept = rows.add(wrapped, clock.instant());
        if (kept) {
            tell(wrapped);
        }
        return kept;
    }

    private void tell(WrappedKey wrapped) {
        State state =
                new State(
                        wrapped.provider(), wrapped.keyId(), wrapped.nonce(), wrapped.ciphertext());
        outbox.append(WrappedKey.context(wrapped.provider(), wrapped.keyId()), TYPE, state);
    }

    private <T> T opened(WrappedKey wrapped, Function<WrappedKey, T> by) {
        try {
            return by.apply(wrapped);
        } catch (UnopenableException e) {
            LOG.errorf("%s does not open with this service's master key", wrapped);
            throw Problem.notNow(
                    "provider-key-unusable",
                    "your key cannot be opened here, so nothing can be sealed: the operator has to"
                            + " look at the service's master key");
        }
    }

    private record State(long provider, String keyId, byte[] nonce, byte[] ciphertext) {}
}
