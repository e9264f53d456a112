package org.fingerpost.config.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fingerpost.config.devices.Devices;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.fingerpost.config.imports.jobs.JobRow;
import org.fingerpost.config.imports.jobs.RowSeal;
import org.fingerpost.config.imports.jobs.Verdict;
import org.fingerpost.config.imports.lists.Columns;
import org.fingerpost.config.imports.lists.ListedDevice;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.UnopenableException;
import org.fingerpost.problems.Problem;

/** Makes devices of a job's rows, in the transaction that is running. */
@ApplicationScoped
class Rows {
    private static final int OUR_TROUBLE = 500;

    private final Devices devices;
    private final ProviderKeys keys;

    Rows(Devices devices, ProviderKeys keys) {
        this.devices = devices;
        this.keys = keys;
    }

    /** A row was refused by the devices' keeper, and its transaction will be rolled back. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Verdict verdict;

        Refused(Verdict verdict) {
            super("a row was refused", null, false, false);
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }

    OfJob of(DeviceJob job) {
        RowSeal seal =
                new RowSeal(
                        keys.find(job.provider(), job.keyId())
                                .orElseThrow(() -> UnopenableException.noKey(job.keyId())),
                        job.id());
        return new OfJob(job, seal, new Columns(job.columns()));
    }

    /** The rows of one job. */
    final class OfJob {
        private final DeviceJob job;
        private final RowSeal seal;
        private final Columns columns;

        private OfJob(DeviceJob job, RowSeal seal, Columns columns) {
            this.job = job;
            this.seal = seal;
            this.columns = columns;
        }

        /**
         * Does what the row says.
         *
         * @throws Refused if it may not be done; then nothing of this transaction may stay
         */
        Verdict put(JobRow row) {
            if (row.sameAs().isPresent()) {
                return Verdict.rejected(
                        row, "mac-twice", "row " + row.sameAs().get() + " names the same phone");
            }
            List<String> raw = seal.open(row);
            ListedDevice device;
            List<String> cells;
            try {
                cells = job.encoding().text(raw);
                device = columns.read(cells);
            } catch (Problem e) {
                return Verdict.rejected(row, e.type(), e.getMessage());
            }
            try {
                devices.put(job.provider(), device.mac(), device.wish(), false);
                return Verdict.accepted(row);
            } catch (Problem e) {
                if (e.status() >= OUR_TROUBLE) {
                    throw e;
                }
                throw refused(row, cells, e.type(), e.getMessage());
            } catch (IllegalArgumentException e) {
                throw refused(row, cells, "invalid-field", e.getMessage());
            }
        }

        private Refused refused(JobRow row, List<String> cells, String rule, String reason) {
            if (rule.equals("no-such-group")) {
                return new Refused(
                        Verdict.rejected(row, rule, "the column group names no group of yours"));
            }
            String told =
                    columns.isQuotedIn(reason, cells)
                            ? "the device was refused; PUT it alone to read why"
                            : reason;
            return new Refused(Verdict.rejected(row, rule, told));
        }
    }
}
