package org.fingerpost.config.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.fingerpost.config.imports.jobs.Intake;
import org.fingerpost.config.imports.jobs.JobRows;
import org.fingerpost.config.imports.jobs.Jobs;
import org.fingerpost.config.imports.jobs.RowSeal;
import org.fingerpost.config.imports.jobs.Verdict;
import org.fingerpost.config.imports.lists.DeviceList;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.lists.ListBody;
import org.fingerpost.problems.Problem;

/** Keeps the imports: takes lists, tells how far they are. */
@ApplicationScoped
public class DeviceImports {
    private static final int PAGE = 1000;

    private final Jobs jobs;
    private final JobRows rows;
    private final ProviderKeys keys;
    private final SecureRandom random;
    private final ImportsConfig config;
    private final Event<Asked> asked;

    DeviceImports(
            Jobs jobs,
            JobRows rows,
            ProviderKeys keys,
            SecureRandom random,
            ImportsConfig config,
            Event<Asked> asked) {
        this.jobs = jobs;
        this.rows = rows;
        this.keys = keys;
        this.random = random;
        this.config = config;
        this.asked = asked;
    }

    /** There is work. */
    record Asked(long job) {}

    /**
     * Takes a list. Its rows are sealed and put down a thousand a transaction; the work begins when
     * all are there.
     *
     * @param key the same key of the same provider is the same import, which is taken once
     * @return the import's id
     */
    public long take(long provider, Optional<String> key, InputStream bytes) throws IOException {
        ListBody body = new ListBody(bytes, config.mostBytes());
        Optional<Jobs.Keyed> known = key.flatMap(named -> jobs.byKey(provider, named));
        if (known.isPresent()) {
            return same(provider, known.get(), body.digest());
        }
        RowSeal seal = open(provider);
        try {
            return fill(seal, key, body);
        } catch (Problem e) {
            jobs.fail(seal.job(), e.getMessage());
            throw e;
        } catch (IOException | RuntimeException e) {
            jobs.fail(seal.job(), "the list did not come in to its end");
            throw e;
        }
    }

    private RowSeal open(long provider) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    ProviderKey key = keys.of(provider);
                    return new RowSeal(key, jobs.open(provider, key.keyId()));
                });
    }

    private long fill(RowSeal seal, Optional<String> key, ListBody body) throws IOException {
        DeviceList list = DeviceList.open(body);
        Intake intake = new Intake(rows, seal, list.columns(), random, config.mostRows());
        List<String> cells = list.next();
        while (!cells.isEmpty()) {
            intake.take(cells);
            cells = list.next();
        }
        long count = intake.end();
        String digest = body.digest();
        Optional<Jobs.Key> keyed =
                key.map(named -> new Jobs.Key(named, fingerprint(seal.key(), digest)));
        try {
            jobs.seal(seal.job(), keyed, list.columns(), list.encoding(), count);
        } catch (IllegalStateException e) {
            // Somebody sent the same key at the same time, and was quicker.
            long provider = seal.key().provider();
            Jobs.Keyed other =
                    key.filter(named -> e.getCause() instanceof SQLException)
                            .flatMap(named -> jobs.byKey(provider, named))
                            .orElseThrow(() -> e);
            jobs.fail(seal.job(), "the same list came twice at a time: see " + other.id());
            return same(provider, other, digest);
        }
        asked.fire(new Asked(seal.job()));
        return seal.job();
    }

    private long same(long provider, Jobs.Keyed known, String digest) {
        ProviderKey key =
                QuarkusTransaction.requiringNew()
                        .call(() -> keys.find(provider, known.keyId()))
                        .orElseThrow(() -> UnopenableException.noKey(known.keyId()));
        if (!known.digest().equals(fingerprint(key, digest))) {
            throw Problem.conflict(
                    "idempotency-key-used",
                    "this Idempotency-Key came with another list, which is import " + known.id());
        }
        return known.id();
    }

    /** Of a whole list: of use to nobody who has the database and not the key. */
    private static String fingerprint(ProviderKey key, String digest) {
        return key.tokens().entityTag(digest.getBytes(StandardCharsets.US_ASCII));
    }

    public Optional<DeviceJob> find(long provider, long id) {
        return jobs.find(provider, id);
    }

    /** A page of the provider's imports, oldest first, from behind {@code after} on. */
    public List<DeviceJob> page(long provider, long after, int size) {
        return jobs.page(provider, after, size);
    }

    /** A page of verdicts, in the order of the list, from behind the row {@code after} on. */
    public List<Verdict> verdicts(DeviceJob job, long after, int size) {
        return rows.verdicts(job, after, size);
    }

    /** All verdicts that are there, a page in memory at a time. */
    void eachVerdict(DeviceJob job, Consumer<Verdict> to) {
        long behind = 0;
        List<Verdict> page;
        do {
            page = verdicts(job, behind, PAGE);
            page.forEach(to);
            behind = page.isEmpty() ? behind : page.getLast().line();
        } while (page.size() == PAGE);
    }
}
