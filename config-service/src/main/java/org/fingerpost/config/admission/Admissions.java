package org.fingerpost.config.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.fingerpost.config.assembly.AdmissionMode;
import org.fingerpost.outbox.Outbox;

/** Keeps the providers' admission modes; {@code window} for whoever has not said otherwise. */
@ApplicationScoped
public class Admissions {
    private static final String TYPE = "org.fingerpost.config.admission.v1";

    private final AdmissionRows rows;
    private final Outbox outbox;

    Admissions(AdmissionRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    @Transactional
    public AdmissionMode of(long provider) {
        return rows.findByIdOptional(provider)
                .map(row -> AdmissionMode.of(row.mode))
                .orElse(AdmissionMode.WINDOW);
    }

    /**
     * @return the commit number
     */
    @Transactional
    public long change(long provider, AdmissionMode mode) {
        rows.put(provider, mode.word());
        return outbox.append("admission/" + provider, TYPE, new State(provider, mode));
    }

    private record State(long provider, AdmissionMode mode) {}
}
