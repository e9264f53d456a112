package org.fingerpost.config.archives;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import org.fingerpost.config.archives.documents.Document;
import org.fingerpost.config.archives.jobs.ArchiveRow;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;

/** Seals documents that wait, each for its line, and opens them. */
record ArchiveSeal(ObjectMapper json, ProviderKey key, long job) {

    ArchiveRow row(long line, Document document, SecureRandom random) {
        try {
            String text = json.writerFor(Document.class).writeValueAsString(document);
            String kind = Integer.toString(document.rank());
            return new ArchiveRow(line, kind, key.seal(place(line), text, random));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document is always JSON");
        }
    }

    Document open(ArchiveRow row) {
        try {
            return json.readValue(key.open(place(row.line()), row.document()), Document.class);
        } catch (JsonProcessingException impossible) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("a document that was put down cannot be read");
        }
    }

    private Place place(long line) {
        return Place.archiveRow(key.provider(), job, line);
    }
}
