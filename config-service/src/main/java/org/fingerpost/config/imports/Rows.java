package org.fingerpost.config.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.devices.Devices;
import org.fingerpost.config.devices.wishes.RefusedDeviceException;
import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.fingerpost.config.imports.jobs.JobRow;
import org.fingerpost.config.imports.jobs.RowSeal;
import org.fingerpost.config.imports.jobs.Verdict;
import org.fingerpost.config.imports.lists.Columns;
import org.fingerpost.config.imports.lists.ListedDevice;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.formats.mac.MacAddress;
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

    private record Read(JobRow row, List<String> cells, ListedDevice device) {}

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
         * Does what the rows say.
         *
         * @param known verdicts that need no deciding
         * @throws Refused if one may not be done; then nothing of this transaction may stay
         */
        List<Verdict> put(List<JobRow> rows, Function<JobRow, Optional<Verdict>> known) {
            Map<MacAddress, Read> devices = new LinkedHashMap<>();
            List<Verdict> verdicts = new ArrayList<>();
            for (JobRow row : rows) {
                verdicts.add(
                        known.apply(row).or(() -> twice(row)).orElseGet(() -> read(row, devices)));
            }
            putAll(devices);
            return verdicts;
        }

        private static Optional<Verdict> twice(JobRow row) {
            return row.sameAs()
                    .map(same ->
                            Verdict.rejected(
                                    row, "mac-twice", "row " + same + " names the same phone"));
        }

        /** Accepted, unless the devices' keeper refuses it. */
        private Verdict read(JobRow row, Map<MacAddress, Read> devices) {
            try {
                List<String> cells = job.encoding().text(seal.open(row));
                ListedDevice device = columns.read(cells);
                devices.put(device.mac(), new Read(row, cells, device));
                return Verdict.accepted(row);
            } catch (Problem e) {
                return Verdict.rejected(row, e.type(), e.getMessage());
            }
        }

        private void putAll(Map<MacAddress, Read> read) {
            Map<MacAddress, WishedDevice> wishes = new LinkedHashMap<>();
            read.forEach((mac, each) -> wishes.put(mac, each.device.wish()));
            try {
                devices.putAll(job.provider(), wishes);
            } catch (RefusedDeviceException e) {
                throw refused(read.get(e.mac()), e.why());
            }
        }

        private RuntimeException refused(Read read, RuntimeException why) {
            return switch (why) {
                case Problem problem when problem.status() < OUR_TROUBLE ->
                        refused(read.row, read.cells, problem.type(), problem.getMessage());
                case IllegalArgumentException _ ->
                        refused(read.row, read.cells, "invalid-field", why.getMessage());
                default -> why;
            };
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
