package org.fingerpost.config.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Reads {@code {"P47": "text", …}}, and says which P-value is wrong and why, never its value. */
final class WishedSettingsReader extends StdDeserializer<WishedSettings> {
    private static final long serialVersionUID = 1L;

    /** The largest known template of a phone has some 4,000. */
    private static final int MOST = 5_000;

    private static final int LONGEST = 8_192;

    WishedSettingsReader() {
        super(WishedSettings.class);
    }

    @Override
    public WishedSettings deserialize(JsonParser json, DeserializationContext context)
            throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(json, "settings are an object of P-values and texts: {\"P47\": \"…\"}");
        }
        PValues.Builder settings = PValues.builder();
        Set<String> names = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            try {
                settings.put(setting(name, token, json, names));
            } catch (IllegalArgumentException e) {
                JsonMappingException named = wrong(json, e.getMessage());
                named.prependPath(WishedSettings.class, quoted(name));
                throw named;
            }
        }
        return new WishedSettings(settings.build());
    }

    private static Setting setting(String name, JsonToken token, JsonParser json, Set<String> names)
            throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException(
                    "a setting's value is text in quotes, and this is " + kind(token));
        }
        if (!names.add(name)) {
            throw new IllegalArgumentException("this P-value is there twice");
        }
        if (names.size() > MOST) {
            throw new IllegalArgumentException("there are more than " + MOST + " settings");
        }
        String value = json.getText();
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a value may have " + LONGEST + " characters, this one has " + value.length());
        }
        return Setting.of(name, value);
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "null (an empty text clears the setting on the phone)";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> token.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String quoted(String name) {
        String given = name.length() > 20 ? name.substring(0, 20) + "..." : name;
        return given.replaceAll("[^ -~]", "?");
    }

    private static JsonMappingException wrong(JsonParser json, String sentence) {
        return new JsonMappingException(json, sentence, new IllegalArgumentException(sentence));
    }
}
