package org.fingerpost.cli.batch.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.fingerpost.cli.batch.list.DeviceList;
import org.fingerpost.cli.batch.list.ListedDevice;
import org.fingerpost.cli.batch.make.DeviceFiles;
import org.fingerpost.cli.batch.make.Outcome;
import org.fingerpost.cli.batch.out.Folder;
import org.fingerpost.cli.batch.out.StoredFile;
import org.fingerpost.cli.batch.template.Columns;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.formats.mac.MacAddress;

/**
 * One pass over a device list: devices are made on several threads, a few hundred at a time, and
 * entered into the books in the order of the list.
 */
public final class Run {

    /** Devices that one thread takes at once: some milliseconds of work. */
    private static final int BUNCH = 64;

    /** Bunches that are waiting or at work, for each thread. */
    private static final int AHEAD = 4;

    private final Columns columns;
    private final DeviceFiles files;
    private final Folder folder;
    private final Books books;
    private final LongSupplier bytesRead;
    private final Map<MacAddress, Long> lines = new HashMap<>();
    private final Queue<Future<List<Done>>> pending = new ArrayDeque<>();

    /** A device, and the line that has its address already. */
    private record Candidate(ListedDevice device, Optional<Long> earlier) {}

    public Run(
            Columns columns,
            DeviceFiles files,
            Folder folder,
            Books books,
            LongSupplier bytesRead) {
        this.columns = columns;
        this.files = files;
        this.folder = folder;
        this.books = books;
        this.bytesRead = bytesRead;
    }

    /**
     * To the list's end, or as far as it can be read.
     *
     * @return why it cannot be read any further
     * @throws IOException if something cannot be written; what was written is remembered
     */
    public Optional<Complaint> over(DeviceList list, int threads) throws IOException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            try {
                Optional<Complaint> broken = read(list, pool, threads * AHEAD);
                while (!pending.isEmpty()) {
                    enterFirst();
                }
                return broken;
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private Optional<Complaint> read(DeviceList list, ExecutorService pool, int most)
            throws IOException {
        while (true) {
            List<Candidate> bunch = new ArrayList<>(BUNCH);
            Optional<Complaint> broken = Optional.empty();
            try {
                fill(bunch, list);
            } catch (Complaint unreadable) {
                broken = Optional.of(unreadable);
            }
            pending.add(pool.submit(() -> bunch.stream().map(this::done).toList()));
            if (pending.size() > most) {
                enterFirst();
            }
            if (bunch.size() < BUNCH) {
                return broken;
            }
        }
    }

    private void fill(List<Candidate> bunch, DeviceList list) {
        while (bunch.size() < BUNCH) {
            Optional<ListedDevice> next = list.next();
            if (next.isEmpty()) {
                return;
            }
            ListedDevice device = next.orElseThrow();
            bunch.add(
                    new Candidate(
                            device,
                            columns.mac(device).map(mac -> lines.putIfAbsent(mac, device.line()))));
        }
    }

    private void enterFirst() throws IOException {
        try {
            books.enter(pending.remove().get(), bytesRead.getAsLong());
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case UncheckedIOException disk -> throw disk.getCause();
                case RuntimeException ours -> throw ours;
                default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Complaint("interrupted; run it again to go on", stopped);
        }
    }

    private Done done(Candidate candidate) {
        if (candidate.earlier().isPresent()) {
            return new Done.Refused(
                    candidate.device(),
                    "its MAC address stands on line %d already"
                            .formatted(candidate.earlier().orElseThrow()));
        }
        return switch (files.of(candidate.device())) {
            case Outcome.Made made -> stored(made);
            case Outcome.Refused(var device, var reason) -> new Done.Refused(device, reason);
        };
    }

    private Done stored(Outcome.Made made) {
        List<StoredFile> stored = new ArrayList<>(made.files().size());
        boolean fresh = false;
        for (var file : made.files()) {
            StoredFile wanted = Folder.describe(file.name(), file.bytes());
            if (!folder.has(wanted)) {
                store(file);
                fresh = true;
            }
            stored.add(wanted);
        }
        return fresh
                ? new Done.Made(made.mac(), made.model(), stored)
                : new Done.Skipped(made.mac(), made.model(), stored);
    }

    private void store(Outcome.DeviceFile file) {
        try {
            folder.store(file.name(), file.bytes());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
