package org.fingerpost.redirect.probes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "probe")
class ProbeRow {
    @Id Long targetServerId;

    Instant at;
    String report;
}
