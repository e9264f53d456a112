package org.fingerpost.config.groups;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;

@Entity
@Table(name = "device_group")
@IdClass(GroupRow.Key.class)
class GroupRow {
    @Id long providerId;
    @Id String name;

    String parent;

    Group toGroup() {
        return new Group(name, Optional.ofNullable(parent));
    }

    record Key(long providerId, String name) implements Serializable {}
}
