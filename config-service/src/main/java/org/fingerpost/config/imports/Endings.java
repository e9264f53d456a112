package org.fingerpost.config.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.jboss.logging.Logger;

/**
 * Tells that a job has ended, in the transaction that ends it: once, however many devices there
 * are. Its verdicts tell of each.
 */
@ApplicationScoped
class Endings {
    private static final Logger LOG = Logger.getLogger(Endings.class);

    private final Audit audit;

    Endings(Audit audit) {
        this.audit = audit;
    }

    void tell(DeviceJob job) {
        audit.record(decision("device-import-done", job).is(Counts.of(job)));
        LOG.infof(
                "device import %d of provider %d: %d rows accepted, %d rejected",
                job.id(), job.provider(), job.accepted(), job.rejected());
    }

    void tellFailed(DeviceJob job, String reason) {
        audit.record(decision("device-import-failed", job).is(Counts.of(job)));
        LOG.warnf("device import %d of provider %d failed: %s", job.id(), job.provider(), reason);
    }

    private static Decision decision(String action, DeviceJob job) {
        return Decision.about(
                new Caller.OfProvider(job.provider()),
                action,
                "device-import/" + job.id(),
                job.provider());
    }

    private record Counts(long accepted, long rejected) {
        static Counts of(DeviceJob job) {
            return new Counts(job.accepted(), job.rejected());
        }
    }
}
