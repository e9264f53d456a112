package org.fingerpost.redirect.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that a provider is told.
 *
 * @param commit number of the transaction that told it
 * @param kind what happened, for example {@code range-activated}
 * @param subject what it happened to, for example {@code range/12}
 * @param body a flat JSON object: camelCase words, and a text, whole number or truth value for each
 */
public record Notice(
        long id,
        long commit,
        long provider,
        String kind,
        String subject,
        Instant at,
        ObjectNode body) {
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,128}");
    private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final int LONGEST_KIND = 64;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_WORDS = 32;

    /** Refuses what the contract of a notice does not know. */
    static void check(String kind, String subject, ObjectNode body) {
        if (!KIND.matcher(kind).matches() || kind.length() > LONGEST_KIND) {
            throw new IllegalArgumentException(
                    "'" + kind + "' is no kind of notice: words like range-activated");
        }
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException(
                    "a notice's subject is printable ASCII without spaces, 1 to 128 characters");
        }
        if (body.size() > MOST_WORDS) {
            throw new IllegalArgumentException("a notice says at most " + MOST_WORDS + " things");
        }
        body.properties().forEach(word -> check(word.getKey(), word.getValue()));
    }

    private static void check(String word, JsonNode value) {
        boolean known =
                value.isTextual() && value.textValue().length() <= LONGEST_TEXT
                        || value.isIntegralNumber() && value.canConvertToLong()
                        || value.isBoolean();
        if (!known || !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "a notice's body is flat: '"
                            + word
                            + "' is no camelCase word, or has no text"
                            + " of at most "
                            + LONGEST_TEXT
                            + " characters, no whole number and no truth value");
        }
    }

    /** The same wherever and however often the notice is sent, and never another's. */
    public String eventId() {
        return commit + "-" + id;
    }

    /** The data of the event: {@code org.fingerpost.redirect.notice.v1}. */
    public ObjectNode data() {
        ObjectNode data = body.objectNode();
        data.put("id", id).put("provider", provider).put("kind", kind).put("subject", subject);
        data.set("body", body);
        return data;
    }

    /** A CloudEvent in structured mode, JSON in UTF-8. */
    public byte[] event() {
        ObjectNode event = body.objectNode();
        event.put("specversion", "1.0")
                .put("id", eventId())
                .put("source", Notices.SOURCE)
                .put("type", Notices.TYPE)
                .put("time", at.toString())
                .put("subject", subject)
                .put("datacontenttype", "application/json");
        event.set("data", data());
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
