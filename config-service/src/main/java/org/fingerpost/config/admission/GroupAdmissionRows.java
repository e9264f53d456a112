package org.fingerpost.config.admission;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Changed by whoever holds the lock of the provider's {@link AdmissionRow}. */
@ApplicationScoped
class GroupAdmissionRows implements PanacheRepository<GroupAdmissionRow> {
    private static final String ONE = "providerId = ?1 and groupName = ?2";

    List<GroupAdmissionRow> of(long provider) {
        return list("providerId", provider);
    }

    Optional<String> mode(long provider, String group) {
        return one(provider, group).map(row -> row.mode);
    }

    void put(long provider, String group, String mode) {
        GroupAdmissionRow row =
                one(provider, group)
                        .orElseGet(() -> {
                            GroupAdmissionRow fresh = new GroupAdmissionRow();
                            fresh.providerId = provider;
                            fresh.groupName = group;
                            return fresh;
                        });
        row.mode = mode;
        persist(row);
    }

    void remove(long provider, String group) {
        one(provider, group).ifPresent(this::delete);
    }

    private Optional<GroupAdmissionRow> one(long provider, String group) {
        return find(ONE, provider, group).firstResultOptional();
    }
}
