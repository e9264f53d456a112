package org.fingerpost.config.admission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

@Entity
@Table(name = "tftp_range")
@IdClass(TftpRangeRow.Key.class)
class TftpRangeRow {
    @Id long providerId;

    @Id
    @Column(name = "first_mac")
    long first;

    @Column(name = "last_mac")
    long last;

    /** Two ranges of a provider have no address in common, so none begins where another does. */
    record Key(long providerId, long first) {}
}
