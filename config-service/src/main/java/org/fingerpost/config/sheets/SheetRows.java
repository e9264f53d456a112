package org.fingerpost.config.sheets;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.SheetName;

@ApplicationScoped
class SheetRows implements PanacheRepository<SheetRow> {
    private static final String ONE = "ownerId = ?1 and name = ?2";

    Optional<SheetRow> find(long owner, SheetName name) {
        return find(ONE, owner, name.toString()).firstResultOptional();
    }

    List<SheetRow> of(long owner) {
        return list("ownerId = ?1 order by name", owner);
    }

    /** The row, locked; made if there was none. */
    SheetRow lock(long owner, SheetName name) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO sheet (owner_id, name) VALUES (?1, ?2) ON CONFLICT"
                                + " (owner_id, name) DO NOTHING")
                .setParameter(1, owner)
                .setParameter(2, name.toString())
                .executeUpdate();
        return find(ONE, owner, name.toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The owner's sheets behind this one, locked in order. */
    List<SheetRow> lockBehind(long owner, long id, int most) {
        return find("ownerId = ?1 and id > ?2 order by id", owner, id)
                .page(0, most)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Nobody changes the rows of the provider's sheets, or of the operator's. */
    void keep(long provider) {
        getEntityManager()
                .createNativeQuery(
                        "SELECT id FROM sheet WHERE owner_id IN (0, ?1) ORDER BY id FOR SHARE")
                .setParameter(1, provider)
                .getResultList();
    }

    Optional<RevisionRow> revision(SheetRow sheet, long revision) {
        return Optional.ofNullable(
                getEntityManager()
                        .find(RevisionRow.class, new RevisionRow.Key(sheet.id, revision)));
    }

    /** The revision that was the newest at a moment. */
    Optional<RevisionRow> at(SheetRow sheet, Instant at) {
        return getEntityManager()
                .createQuery(
                        "from RevisionRow where sheetId = ?1 and at <= ?2 order by revision desc",
                        RevisionRow.class)
                .setParameter(1, sheet.id)
                .setParameter(2, at)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The newest first. */
    List<RevisionRow> revisions(SheetRow sheet, int size) {
        return getEntityManager()
                .createQuery(
                        "from RevisionRow where sheetId = ?1 order by revision desc",
                        RevisionRow.class)
                .setParameter(1, sheet.id)
                .setMaxResults(size)
                .getResultList();
    }

    /** Nobody publishes for this owner while a device of its is being written, nor two at once. */
    void lockAlone(long owner) {
        lockBy("pg_advisory_xact_lock", owner);
    }

    void lockShared(long owner) {
        lockBy("pg_advisory_xact_lock_shared", owner);
    }

    private void lockBy(String function, long owner) {
        getEntityManager()
                .createNativeQuery("SELECT " + function + "(hashtext('sheets'), ?1)")
                .setParameter(1, (int) owner)
                .getSingleResult();
    }
}
