package org.fingerpost.config.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.fingerpost.config.secrets.MasterKey;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.UnopenableException;
import org.fingerpost.config.secrets.WrappedKey;
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

    /** The provider's key, made in the caller's transaction if there is none yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ProviderKey of(long provider) {
        return find(provider, ProviderKey.FIRST).orElseGet(() -> make(provider));
    }

    /** One of the provider's keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ProviderKey> find(long provider, String keyId) {
        return rows.find(provider, keyId).map(ProviderKeyRow::toWrappedKey).map(this::unwrapped);
    }

    private ProviderKey make(long provider) {
        ProviderKey key = ProviderKey.make(provider, ProviderKey.FIRST, random);
        WrappedKey wrapped = master.wrap(key, random);
        if (!rows.add(wrapped, clock.instant())) {
            return find(provider, ProviderKey.FIRST)
                    .orElseThrow(() -> new IllegalStateException("a key was there and is gone"));
        }
        State state = new State(provider, wrapped.keyId(), wrapped.nonce(), wrapped.ciphertext());
        outbox.append(WrappedKey.context(provider, wrapped.keyId()), TYPE, state);
        return key;
    }

    private ProviderKey unwrapped(WrappedKey wrapped) {
        try {
            return master.unwrap(wrapped);
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
