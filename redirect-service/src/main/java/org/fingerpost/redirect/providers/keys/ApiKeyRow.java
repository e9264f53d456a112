package org.fingerpost.redirect.providers.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.access.Permission;
import org.fingerpost.access.ShownKey;

@Entity
@Table(name = "api_key")
class ApiKeyRow {
    @Id String hash;

    long providerId;
    String name;
    String[] permissions;
    Instant madeAt;

    boolean may(Permission permission) {
        return Arrays.asList(permissions).contains(permission.word());
    }

    NamedKey toNamedKey() {
        Set<Permission> known =
                Arrays.stream(permissions)
                        .flatMap(word -> Permission.find(word).stream())
                        .collect(Collectors.toUnmodifiableSet());
        return new NamedKey(ShownKey.id(hash), name, known, madeAt);
    }
}
