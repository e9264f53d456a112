package org.fingerpost.redirect.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.fingerpost.redirect.secrets.StoredSetting;

/** Settings as their column has them: a JSON list, secrets sealed. */
final class SettingsColumn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<StoredSetting>> LIST = new TypeReference<>() {};

    private SettingsColumn() {}

    static String write(List<StoredSetting> settings) {
        try {
            return JSON.writerFor(LIST).writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are always JSON", e);
        }
    }

    static List<StoredSetting> read(String json) {
        try {
            return JSON.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("stored settings cannot be read");
        }
    }
}
