package org.fingerpost.config.imports.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.List;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.Sealed;

/**
 * Seals the rows of one job under its provider's key: all cells of a row together, so that a
 * password is sealed also where it stands in the wrong column.
 */
public record RowSeal(ProviderKey key, long job) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Sealed close(long line, List<String> cells, SecureRandom random) {
        return key.seal(place(line), json(cells), random);
    }

    /** The cells, as they came. */
    public List<String> open(JobRow row) {
        return cells(key.open(place(row.line()), row.cells()));
    }

    private Place place(long line) {
        return Place.listRow(key.provider(), job, line);
    }

    static String json(List<String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON");
        }
    }

    static List<String> cells(String json) {
        try {
            return List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("a list's row cannot be read");
        }
    }
}
