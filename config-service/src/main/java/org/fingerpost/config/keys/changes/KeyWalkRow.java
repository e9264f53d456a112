package org.fingerpost.config.keys.changes;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "key_walk")
class KeyWalkRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String room;
    long behind;
    long resealed;
    long stuck;
    Instant endedAt;

    boolean isClean() {
        return endedAt != null && stuck == 0;
    }
}
