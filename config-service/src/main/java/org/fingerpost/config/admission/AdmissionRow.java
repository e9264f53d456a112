package org.fingerpost.config.admission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "admission")
class AdmissionRow {
    @Id long providerId;

    String mode;
}
