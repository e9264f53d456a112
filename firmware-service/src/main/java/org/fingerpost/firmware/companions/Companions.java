package org.fingerpost.firmware.companions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fingerpost.firmware.blobs.BlobHolder;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.holdings.Holding;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** Keeps the files that lie beside a provider's firmware. One of a name; the last one counts. */
@ApplicationScoped
class Companions implements BlobHolder {
    private static final String TYPE = "org.fingerpost.firmware.companion.v1";

    /** So that nobody fills every door's memory with names. */
    private static final int MOST = 1000;

    private final Statements statements;
    private final Holding holding;
    private final Outbox outbox;
    private final Clock clock;

    Companions(Statements statements, Holding holding, Outbox outbox, Clock clock) {
        this.statements = statements;
        this.holding = holding;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Companion(String name, String digest, long size) {}

    private record State(long provider, String name, String digest, long size, String since) {}

    /** From now on phones get it; the bytes have been kept. */
    @Transactional
    long put(long provider, FileName name, BlobStore.Staged bytes) {
        holding.begin();
        List<Companion> there = of(provider);
        boolean another = there.stream().noneMatch(each -> each.name.equals(name.text()));
        if (another && there.size() >= MOST) {
            throw Problem.conflict("too-many-companions", "you have " + MOST + " files here");
        }
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        now = now.truncatedTo(ChronoUnit.MILLIS);
        statements.run(
                """
                INSERT INTO companion (provider_id, name, digest, size, since)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (provider_id, name) DO UPDATE
                SET digest = excluded.digest, size = excluded.size, since = excluded.since
                """,
                provider,
                name.text(),
                bytes.digest().hex(),
                bytes.size(),
                now);
        State state =
                new State(
                        provider,
                        name.text(),
                        bytes.digest().hex(),
                        bytes.size(),
                        now.toInstant().toString());
        long commit = outbox.append(key(provider, name), TYPE, state);
        holding.mustHave(bytes.digest(), bytes.size());
        return commit;
    }

    /**
     * @throws Problem if there is none
     */
    @Transactional
    long drop(long provider, FileName name) {
        int dropped =
                statements.run(
                        "DELETE FROM companion WHERE provider_id = ? AND name = ?",
                        provider,
                        name.text());
        if (dropped == 0) {
            throw Problem.notFound("you have no file " + name);
        }
        return outbox.appendGone(key(provider, name), TYPE);
    }

    @Transactional
    List<Companion> of(long provider) {
        return statements.list(
                "SELECT name, digest, size FROM companion WHERE provider_id = ? ORDER BY name",
                row -> new Companion(row.getString(1), row.getString(2), row.getLong(3)),
                provider);
    }

    @Override
    @Transactional
    public Set<Digest> held(Collection<Digest> some) {
        String[] digests = some.stream().map(Digest::hex).toArray(String[]::new);
        return new HashSet<>(
                statements.list(
                        "SELECT DISTINCT digest FROM companion WHERE digest = ANY (?)",
                        row -> new Digest(row.getString(1)),
                        (Object) digests));
    }

    @Override
    @Transactional
    public List<Held> all() {
        return statements.list(
                "SELECT digest, size, 'companion/' || provider_id || '/' || name FROM companion",
                row -> new Held(new Digest(row.getString(1)), row.getLong(2), row.getString(3)));
    }

    private static String key(long provider, FileName name) {
        return "companion/" + provider + "/" + name;
    }
}
