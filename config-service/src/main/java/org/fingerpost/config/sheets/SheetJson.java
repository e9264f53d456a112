package org.fingerpost.config.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.fingerpost.config.layers.shelves.Sheet;

/** A sheet as the database keeps it, secrets sealed. */
final class SheetJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SheetJson() {}

    static String write(Sheet sheet) {
        try {
            return JSON.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sheet is always JSON", e);
        }
    }

    static Sheet read(String json) {
        try {
            return JSON.readValue(json, Sheet.class);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("a stored sheet cannot be read");
        }
    }
}
