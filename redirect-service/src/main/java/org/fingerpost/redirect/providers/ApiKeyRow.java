package org.fingerpost.redirect.providers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "api_key")
class ApiKeyRow {
    @Id String hash;

    long providerId;
    Instant madeAt;
}
