package org.fingerpost.door.sightings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    // Names as they are written: one is written for every request.
    private static final SerializedString TIME = new SerializedString("time");
    private static final SerializedString SERVICE = new SerializedString("service");
    private static final SerializedString MAC = new SerializedString("mac");
    private static final SerializedString PROVIDER = new SerializedString("provider");
    private static final SerializedString KIND = new SerializedString("kind");
    private static final SerializedString FILE = new SerializedString("file");
    private static final SerializedString METHOD = new SerializedString("method");
    private static final SerializedString STATUS = new SerializedString("status");
    private static final SerializedString BYTES = new SerializedString("bytes");
    private static final SerializedString OUTCOME = new SerializedString("outcome");
    private static final SerializedString USER_AGENT = new SerializedString("userAgent");
    private static final SerializedString MODEL = new SerializedString("model");
    private static final SerializedString VERSION = new SerializedString("version");
    private static final SerializedString ADDRESS = new SerializedString("address");
    private static final SerializedString SECURE = new SerializedString("secure");
    private static final SerializedString PROOF = new SerializedString("proof");
    private static final SerializedString ROLLOUT = new SerializedString("rollout");

    /** The second that was written last: formatting a time costs as much as the rest. */
    private static volatile Second lastSecond = Second.of(0);

    private SightingJson() {}

    /** The object without door and sequence; it always has a member. */
    static byte[] write(Sighting sighting) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            text(json, TIME, time(sighting.time()));
            text(json, SERVICE, sighting.service());
            word(json, MAC, sighting.mac());
            if (sighting.provider() != 0) {
                json.writeFieldName(PROVIDER);
                json.writeNumber(sighting.provider());
            }
            text(json, KIND, sighting.kind().word());
            word(json, FILE, sighting.file());
            text(json, METHOD, plain(sighting.method(), WORD_LIMIT));
            json.writeFieldName(STATUS);
            json.writeNumber(sighting.status());
            json.writeFieldName(BYTES);
            json.writeNumber(sighting.bytes());
            text(json, OUTCOME, sighting.outcome().word());
            word(json, USER_AGENT, sighting.userAgent());
            word(json, MODEL, sighting.model());
            word(json, VERSION, sighting.version());
            text(json, ADDRESS, sighting.address());
            json.writeFieldName(SECURE);
            json.writeBoolean(sighting.secure());
            word(json, PROOF, sighting.proof().word());
            if (sighting.rollout() != 0) {
                json.writeFieldName(ROLLOUT);
                json.writeNumber(sighting.rollout());
            }
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

    private static void word(JsonGenerator json, SerializableString name, String value)
            throws IOException {
        String plain = plain(value, USER_AGENT_LIMIT);
        if (!plain.isEmpty()) {
            text(json, name, plain);
        }
    }

    private static void text(JsonGenerator json, SerializableString name, String value)
            throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    /** ISO 8601 with milliseconds. */
    static String time(Instant time) {
        Second second = lastSecond;
        if (second.epoch != time.getEpochSecond()) {
            second = Second.of(time.getEpochSecond());
            lastSecond = second;
        }
        int millis = time.getNano() / NANOS_OF_A_MILLI;
        return second.text
                + (char) ('0' + millis / 100)
                + (char) ('0' + millis / 10 % 10)
                + (char) ('0' + millis % 10)
                + 'Z';
    }

    /** A second's time up to its decimal point. */
    private record Second(long epoch, String text) {
        static Second of(long epoch) {
            String whole = Instant.ofEpochSecond(epoch).toString();
            return new Second(epoch, whole.substring(0, whole.length() - 1) + ".");
        }
    }

    /** Without control characters and halves of surrogate pairs, and not longer than the limit. */
    static String plain(String text, int limit) {
        if (text.length() <= limit && isPlain(text)) {
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

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unwelcome(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean unwelcome(char character) {
        return Character.isISOControl(character) || Character.isSurrogate(character);
    }
}
