package org.fingerpost.config.generic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "generic_settings")
class GenericSettingsRow {
    @Id long providerId;

    String settings;
}
