package org.fingerpost.config.archives;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.archives.documents.ArchiveException;
import org.fingerpost.config.archives.documents.ArchiveReader;
import org.fingerpost.config.archives.documents.Document;
import org.fingerpost.config.archives.jobs.ArchiveJob;
import org.fingerpost.config.archives.jobs.ArchiveJobs;
import org.fingerpost.config.archives.jobs.ArchiveRow;
import org.fingerpost.config.archives.jobs.ArchiveRows;
import org.fingerpost.config.archives.jobs.Rejection;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.envelope.EnvelopeException;
import org.fingerpost.problems.Problem;

/**
 * Takes archives, and tells how far they are. All of an archive is read before anything of it is
 * done: until then its documents wait, sealed under the key of whose they are to be.
 */
@ApplicationScoped
class ArchiveImports {
    /** So many documents are put down in a transaction. */
    private static final int AT_ONCE = 100;

    /** A document may have megabytes, and those of a transaction are in memory together. */
    private static final long BYTES_AT_ONCE = 4 << 20;

    private final ArchiveJobs jobs;
    private final ArchiveRows rows;
    private final Holdings holdings;
    private final ProviderKeys keys;
    private final Turnstile turnstile;
    private final ObjectMapper json;
    private final SecureRandom random;
    private final Event<Asked> asked;

    ArchiveImports(
            ArchiveJobs jobs,
            ArchiveRows rows,
            Holdings holdings,
            ProviderKeys keys,
            Turnstile turnstile,
            ObjectMapper json,
            SecureRandom random,
            Event<Asked> asked) {
        this.jobs = jobs;
        this.rows = rows;
        this.holdings = holdings;
        this.keys = keys;
        this.turnstile = turnstile;
        this.json = json;
        this.random = random;
        this.asked = asked;
    }

    /** There is work. */
    record Asked(long job) {}

    /**
     * @return the import's id
     * @throws Problem if it does not open, was changed, is no archive, or holds what is there; or
     *     if another one of the provider's is not done yet
     */
    long take(long provider, boolean overwrite, String passphrase, Path file) throws IOException {
        long size = Files.size(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            ArchiveReader archive =
                    turnstile.pass(
                            provider,
                            passphrase,
                            parsed -> new ArchiveReader(json, bytes, size, parsed));
            return take(provider, overwrite, archive);
        } catch (EnvelopeException wrong) {
            throw Problem.invalid("archive-does-not-open", wrong.getMessage());
        } catch (ArchiveException wrong) {
            throw Problem.invalid("archive-refused", wrong.getMessage());
        }
    }

    private long take(long provider, boolean overwrite, ArchiveReader archive) throws IOException {
        ArchiveSeal seal =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            ProviderKey key = keys.of(provider);
                            long job = jobs.open(provider, key.keyId(), overwrite);
                            return new ArchiveSeal(json, key, job);
                        });
        try {
            long documents = fill(seal, overwrite, archive);
            jobs.begin(seal.job(), documents);
        } catch (IOException | RuntimeException e) {
            jobs.fail(seal.job(), "it was refused when it came in");
            throw e;
        }
        asked.fire(new Asked(seal.job()));
        return seal.job();
    }

    private long fill(ArchiveSeal seal, boolean overwrite, ArchiveReader archive)
            throws IOException {
        long line = 0;
        long bytes = 0;
        List<Document> some = new ArrayList<>();
        Optional<Document> next = archive.next();
        while (next.isPresent()) {
            if (!(next.get() instanceof Document.Manifest)) {
                some.add(next.get());
            }
            if (some.size() == AT_ONCE || archive.bytes() - bytes > BYTES_AT_ONCE) {
                line = putDown(seal, overwrite, line, some);
                bytes = archive.bytes();
            }
            next = archive.next();
        }
        return putDown(seal, overwrite, line, some);
    }

    private long putDown(ArchiveSeal seal, boolean overwrite, long behind, List<Document> some) {
        if (some.isEmpty()) {
            return behind;
        }
        if (!overwrite) {
            holdings.refuse(seal.key().provider(), some);
        }
        long line = behind;
        List<ArchiveRow> sealed = new ArrayList<>();
        for (Document each : some) {
            line++;
            sealed.add(seal.row(line, each, random));
        }
        rows.add(seal.job(), sealed);
        some.clear();
        return line;
    }

    Optional<ArchiveJob> find(long provider, long id) {
        return jobs.find(provider, id);
    }

    List<ArchiveJob> page(long provider, long after, int size) {
        return jobs.page(provider, after, size);
    }

    List<Rejection> rejections(ArchiveJob job, long after, int size) {
        return rows.rejections(job, after, size);
    }
}
