package org.fingerpost.config.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.jboss.logging.Logger;

/**
 * Tells that a job has ended, in the transaction that ends it: once, however many devices there
 * are. Its verdicts tell of each.
 */
@ApplicationScoped
class Endings {
    private static final Logger LOG = Logger.getLogger(Endings.class);

    void tell(DeviceJob job) {
        LOG.infof(
                "device import %d of provider %d: %d rows accepted, %d rejected",
                job.id(), job.provider(), job.accepted(), job.rejected());
    }

    void tellFailed(DeviceJob job, String reason) {
        LOG.warnf("device import %d of provider %d failed: %s", job.id(), job.provider(), reason);
    }
}
