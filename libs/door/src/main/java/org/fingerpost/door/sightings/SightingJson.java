package org.fingerpost.door.sightings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The data of {@code org.fingerpost.sighting.v1}. Written in two steps, because door and sequence
 * number are known only to the spool: the {@linkplain #write rest} goes into the spool, the
 * {@linkplain #complete whole} to Kafka.
 */
final class SightingJson {
    private static final int USER_AGENT_LIMIT = 256;
    private static final int WORD_LIMIT = 128;
    private static final JsonFactory JSON = new JsonFactory();

    private SightingJson() {}

    /** The object without door and sequence; it always has a member. */
    static byte[] write(Sighting sighting) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField(
                    "time", sighting.time().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("service", sighting.service());
            word(json, "mac", sighting.mac());
            if (sighting.provider() != 0) {
                json.writeNumberField("provider", sighting.provider());
            }
            json.writeStringField("kind", sighting.kind().word());
            word(json, "file", sighting.file());
            json.writeStringField("method", plain(sighting.method(), WORD_LIMIT));
            json.writeNumberField("status", sighting.status());
            json.writeNumberField("bytes", sighting.bytes());
            json.writeStringField("outcome", sighting.outcome().word());
            String userAgent = plain(sighting.userAgent(), USER_AGENT_LIMIT);
            word(json, "userAgent", userAgent);
            word(json, "model", sighting.model());
            word(json, "version", sighting.version());
            json.writeStringField("address", sighting.address());
            json.writeBooleanField("secure", sighting.secure());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /** The whole event: what {@link #write} wrote, led by door and sequence. */
    static byte[] complete(UUID door, long sequence, byte[] rest) {
        byte[] lead =
                ("{\"door\":\"" + door + "\",\"sequence\":" + sequence + ",")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[lead.length + rest.length - 1];
        System.arraycopy(lead, 0, whole, 0, lead.length);
        System.arraycopy(rest, 1, whole, lead.length, rest.length - 1);
        return whole;
    }

    private static void word(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, plain(value, USER_AGENT_LIMIT));
        }
    }

    /** Without control characters and halves of surrogate pairs, and not longer than the limit. */
    static String plain(String text, int limit) {
        if (text.length() <= limit && text.chars().noneMatch(SightingJson::unwelcome)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(limit);
        for (int i = 0; i < text.length() && kept.length() < limit; i++) {
            if (!unwelcome(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean unwelcome(int character) {
        return Character.isISOControl(character) || Character.isSurrogate((char) character);
    }
}
