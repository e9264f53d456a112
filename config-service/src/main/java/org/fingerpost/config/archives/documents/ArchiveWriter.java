package org.fingerpost.config.archives.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.zip.GZIPOutputStream;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.envelope.SealedOutput;

/** Writes documents into an envelope. What was not closed is no archive. */
public final class ArchiveWriter {
    private final ObjectMapper json;
    private final OutputStream lines;
    private long documents;

    public ArchiveWriter(
            ObjectMapper json, OutputStream file, Passphrase passphrase, SecureRandom random)
            throws IOException {
        this.json = json;
        this.lines = new GZIPOutputStream(new SealedOutput(file, passphrase, random));
    }

    public void write(Document document) throws IOException {
        // Written as the interface, or the kind would be missing.
        lines.write(json.writerFor(Document.class).writeValueAsBytes(document));
        lines.write('\n');
        documents++;
    }

    /** Writes the end, which says that nothing is missing. */
    public long end() throws IOException {
        long all = documents;
        write(new Document.End(all));
        lines.close();
        return all;
    }
}
