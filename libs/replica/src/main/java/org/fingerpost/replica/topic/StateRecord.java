package org.fingerpost.replica.topic;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.fingerpost.replica.disk.Row;

/**
 * A state record as it comes: CloudEvents in Kafka's binary mode, so the attributes are headers.
 * Needed are {@code ce_commit}, {@code ce_last}, {@code ce_revision} and {@code ce_type}; {@code
 * ce_gone} says that the thing was deleted. A record without value is a tombstone and needs no
 * type; without a revision it counts as the newest.
 */
final class StateRecord {
    private static final Pattern PARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final ConsumerRecord<String, byte[]> raw;

    StateRecord(ConsumerRecord<String, byte[]> raw) {
        this.raw = raw;
    }

    /** Empty when this is not one of ours. */
    Optional<Step> step() {
        try {
            return raw.key() == null ? Optional.empty() : Optional.of(parsed());
        } catch (IllegalArgumentException e) { // NumberFormatException too
            return Optional.empty();
        }
    }

    private Step parsed() {
        long commit = number(needed("ce_commit"));
        return new Step(raw.offset(), commit, truth(needed("ce_last")), row(), traced());
    }

    /** Nonsense is no reason to pass over a record. */
    private Optional<Traced> traced() {
        Optional<String> parent =
                header("traceparent").filter(text -> PARENT.matcher(text).matches());
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        try {
            return header("ce_time")
                    .map(OffsetDateTime::parse)
                    .map(time -> new Traced(parent.get(), time.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Row row() {
        if (raw.value() == null) {
            long revision = header("ce_revision").map(StateRecord::number).orElse(Long.MAX_VALUE);
            return new Row(raw.key(), "", revision, Row.Kind.TOMBSTONE, new byte[0]);
        }
        boolean gone = header("ce_gone").map(StateRecord::truth).orElse(false);
        return new Row(
                raw.key(),
                type(),
                number(needed("ce_revision")),
                gone ? Row.Kind.GONE : Row.Kind.VALUE,
                gone ? new byte[0] : raw.value());
    }

    private String type() {
        String type = needed("ce_type");
        if (type.isEmpty() || type.length() > 255) {
            throw new IllegalArgumentException("ce_type");
        }
        return type;
    }

    private String needed(String name) {
        return header(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private Optional<String> header(String name) {
        Header header = raw.headers().lastHeader(name);
        return Optional.ofNullable(header)
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static long number(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
