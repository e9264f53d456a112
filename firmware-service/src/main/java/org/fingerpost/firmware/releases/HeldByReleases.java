package org.fingerpost.firmware.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fingerpost.firmware.blobs.BlobHolder;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.statements.Statements;

/** A release holds its blobs whatever its state: a withdrawn one is still evidence. */
@ApplicationScoped
class HeldByReleases implements BlobHolder {
    private static final String SOME =
            "SELECT DISTINCT digest FROM release_file WHERE digest = ANY (?)";

    private static final String ALL =
            """
            SELECT digest, max(size), string_agg(DISTINCT 'release/' || release_id, ' ')
            FROM release_file GROUP BY digest ORDER BY digest
            """;

    private final Statements statements;

    HeldByReleases(Statements statements) {
        this.statements = statements;
    }

    @Override
    @Transactional
    public Set<Digest> held(Collection<Digest> blobs) {
        String[] digests = blobs.stream().map(Digest::hex).toArray(String[]::new);
        return new HashSet<>(
                statements.list(SOME, row -> new Digest(row.getString(1)), (Object) digests));
    }

    @Override
    @Transactional
    public List<Held> all() {
        return statements.list(
                ALL,
                row -> new Held(new Digest(row.getString(1)), row.getLong(2), row.getString(3)));
    }
}
