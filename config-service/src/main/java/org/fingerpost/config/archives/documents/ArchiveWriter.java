package org.fingerpost.config.archives.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.zip.GZIPOutputStream;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.envelope.SealedOutput;

/**
 * Writes documents into an envelope. What was not closed is no archive, and what nobody would read
 * is not closed.
 */
public final class ArchiveWriter {
    private final ObjectMapper json;
    private final CountedOutput file;
    private final CountedOutput lines;
    private long documents;

    public ArchiveWriter(
            ObjectMapper json, OutputStream file, Passphrase passphrase, SecureRandom random)
            throws IOException {
        this.json = json;
        this.file = new CountedOutput(file);
        this.lines =
                new CountedOutput(
                        new GZIPOutputStream(new SealedOutput(this.file, passphrase, random)));
    }

    /**
     * @throws ArchiveException if the archive is larger than any that is read
     */
    public void write(Document document) throws IOException {
        // Written as the interface, or the kind would be missing.
        byte[] line = json.writerFor(Document.class).writeValueAsBytes(document);
        documents++;
        if (line.length > Limits.LONGEST_LINE) {
            throw tooLarge(document.thing() + " has more than is read of one document");
        }
        lines.write(line);
        lines.write('\n');
        if (documents > Limits.MOST_DOCUMENTS
                || lines.count() > Limits.MOST_LINES
                || file.count() > Limits.MOST_FILE) {
            throw tooLarge("all documents together have more than is read");
        }
    }

    /**
     * Writes the end, which says that nothing is missing.
     *
     * @throws ArchiveException as {@link #write}
     */
    public long end() throws IOException {
        long all = documents;
        write(new Document.End(all));
        lines.close();
        if (file.count() > Limits.MOST_FILE || lines.count() > Limits.lines(file.count())) {
            throw tooLarge("all documents together have more than is read");
        }
        return all;
    }

    private ArchiveException tooLarge(String why) {
        return new ArchiveException(documents, why);
    }
}
