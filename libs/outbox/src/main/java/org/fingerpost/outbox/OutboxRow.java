package org.fingerpost.outbox;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One row that waits for Kafka. A null value is a tombstone. */
record OutboxRow(
        long id,
        String commitNumber,
        boolean last,
        String key,
        String type,
        long revision,
        boolean gone,
        OffsetDateTime at,
        byte[] value,
        Optional<String> traceparent) {

    /** A CloudEvent in Kafka's binary mode: attributes are headers, the value is the data. */
    ProducerRecord<byte[], byte[]> toRecord(RelaySettings settings) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(settings.topic(), null, bytes(key), value);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", commitNumber + "-" + id);
        header(message, "ce_source", settings.source());
        header(message, "ce_type", type);
        header(
                message,
                "ce_time",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.withOffsetSameInstant(ZoneOffset.UTC)));
        header(message, "ce_subject", key);
        header(message, "content-type", "application/json");
        header(message, "ce_commit", commitNumber);
        header(message, "ce_last", Boolean.toString(last));
        header(message, "ce_revision", Long.toString(revision));
        if (gone) {
            header(message, "ce_gone", "true");
        }
        traceparent.ifPresent(trace -> header(message, "traceparent", trace));
        return message;
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
        message.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
