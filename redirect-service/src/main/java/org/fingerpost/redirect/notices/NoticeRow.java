package org.fingerpost.redirect.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "notice")
class NoticeRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long commitNumber;
    long providerId;
    String kind;
    String subject;
    Instant toldAt;
    String body;

    Notice toNotice(ObjectMapper json) {
        try {
            ObjectNode said = (ObjectNode) json.readTree(body);
            return new Notice(id, commitNumber, providerId, kind, subject, toldAt, said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("notice " + id + " is no JSON", e);
        }
    }
}
