package org.fingerpost.config.groups;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class GroupRows implements PanacheRepositoryBase<GroupRow, GroupRow.Key> {

    Optional<GroupRow> find(long provider, String name) {
        return find("providerId = ?1 and name = ?2", provider, name).firstResultOptional();
    }

    List<GroupRow> of(long provider) {
        return list("providerId = ?1 order by name", provider);
    }

    List<GroupRow> in(long provider, String parent) {
        return list("providerId = ?1 and parent = ?2 order by name", provider, parent);
    }

    /** Until the transaction ends nobody else moves a group of this provider's. */
    void lock(long provider) {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('groups'), ?1)")
                .setParameter(1, (int) provider)
                .getSingleResult();
    }

    void remember(GroupRow row, boolean gone, Instant at) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO device_group_history (provider_id, name, at, parent, gone)"
                                + " VALUES (?1, ?2, ?3, cast(?4 as text), ?5)")
                .setParameter(1, row.providerId)
                .setParameter(2, row.name)
                .setParameter(3, at)
                .setParameter(4, row.parent)
                .setParameter(5, gone)
                .executeUpdate();
    }

    /** Where the group lay at a moment: name, parent; nothing if it was not there. */
    Optional<Group> at(long provider, String name, Instant at) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT parent, gone FROM device_group_history WHERE provider_id ="
                                        + " ?1 AND name = ?2 AND at <= ?3 ORDER BY at DESC, id"
                                        + " DESC LIMIT 1")
                        .setParameter(1, provider)
                        .setParameter(2, name)
                        .setParameter(3, at)
                        .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .filter(row -> !(Boolean) row[1])
                .map(row -> new Group(name, Optional.ofNullable((String) row[0])))
                .findFirst();
    }

    boolean hasDevices(long provider, String name) {
        return (Boolean)
                getEntityManager()
                        .createNativeQuery(
                                "SELECT EXISTS (SELECT FROM device WHERE provider_id = ?1 AND"
                                        + " group_name = ?2)")
                        .setParameter(1, provider)
                        .setParameter(2, name)
                        .getSingleResult();
    }
}
