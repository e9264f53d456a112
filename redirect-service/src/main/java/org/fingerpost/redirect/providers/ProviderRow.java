package org.fingerpost.redirect.providers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "provider")
class ProviderRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String companyName;
    String address;
    String contactEmail;
    String pathKey;
    Instant registeredAt;

    Provider toProvider() {
        return new Provider(id, companyName, address, contactEmail, pathKey);
    }
}
