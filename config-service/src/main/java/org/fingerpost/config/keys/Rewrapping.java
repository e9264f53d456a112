package org.fingerpost.config.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import org.fingerpost.config.secrets.MasterKey;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.secrets.seals.WrappedKey;
import org.jboss.logging.Logger;

/** Wraps providers' keys under the current master key when they are under an older one. */
@ApplicationScoped
public class Rewrapping {
    private static final Logger LOG = Logger.getLogger(Rewrapping.class);
    private static final int STRETCH = 500;

    private final ProviderKeyRows rows;
    private final ProviderKeys keys;
    private final MasterKey master;
    private final SecureRandom random;

    /** Itself, as others call it: each stretch is a transaction. */
    private final Instance<Rewrapping> self;

    Rewrapping(
            ProviderKeyRows rows,
            ProviderKeys keys,
            MasterKey master,
            SecureRandom random,
            Instance<Rewrapping> self) {
        this.rows = rows;
        this.keys = keys;
        this.master = master;
        this.random = random;
        this.self = self;
    }

    public void run() {
        long behind = 0;
        while (behind >= 0) {
            behind = self.get().stretch(behind);
        }
    }

    /**
     * @return the last row's number, or -1 if there was none
     */
    @Transactional
    long stretch(long behind) {
        List<ProviderKeyRow> stretch = rows.page(behind, STRETCH);
        stretch.stream().filter(row -> !master.isCurrent(row.toWrappedKey())).forEach(this::rewrap);
        return stretch.isEmpty() ? -1 : stretch.getLast().id;
    }

    private void rewrap(ProviderKeyRow row) {
        WrappedKey before = row.toWrappedKey();
        try {
            keys.rewrap(row, master.rewrap(before, random));
            LOG.infof("%s is wrapped under the current master key", before);
        } catch (UnopenableException e) {
            LOG.errorf("%s does not open with any of this service's master keys", before);
        }
    }
}
