package org.fingerpost.config.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.assembly.AdmissionMode;
import org.fingerpost.outbox.Outbox;

/** Keeps the providers' admission modes; {@code window} for whoever has not said otherwise. */
@ApplicationScoped
public class Admissions {
    private static final String TYPE = "org.fingerpost.config.admission.v1";

    private final AdmissionRows rows;
    private final Outbox outbox;
    private final Audit audit;

    Admissions(AdmissionRows rows, Outbox outbox, Audit audit) {
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
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
        String subject = "admission/" + provider;
        AdmissionRow row = rows.locked(provider);
        Mode before = new Mode(row.mode);
        row.mode = mode.word();
        rows.flush();
        audit.record(
                Decision.about(
                                new Caller.OfProvider(provider),
                                "admission-changed",
                                subject,
                                provider)
                        .was(before)
                        .is(new Mode(row.mode)));
        return outbox.append(subject, TYPE, new State(provider, mode));
    }

    private record Mode(String mode) {}

    private record State(long provider, AdmissionMode mode) {}
}
