package org.fingerpost.config.archives.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.envelope.SealedInput;

/**
 * Reads the documents of an archive, in their order. That it was whole is known when {@link #next}
 * has given nothing, and not before.
 */
public final class ArchiveReader {
    private static final int BUFFER = 64 * 1024;

    private final ObjectReader json;
    private final InputStream sealed;
    private final Line lines;
    private long number;
    private int rank = -1;

    /**
     * @param size of the file, in bytes; by it what it unpacks to is bounded
     * @throws org.fingerpost.envelope.EnvelopeException if it does not open
     */
    public ArchiveReader(ObjectMapper json, InputStream file, long size, Passphrase passphrase)
            throws IOException {
        // A member that is not known is something that would be lost.
        this.json =
                json.readerFor(Document.class)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.sealed = new SealedInput(file, passphrase);
        this.lines = new Line(unpacked(sealed), Limits.lines(size));
    }

    private static InputStream unpacked(InputStream sealed) throws IOException {
        try {
            return new BufferedInputStream(new GZIPInputStream(sealed, BUFFER), BUFFER);
        } catch (ZipException | EOFException other) {
            throw new ArchiveException(1, "this is no archive");
        }
    }

    /**
     * The next document, but not the end.
     *
     * @throws ArchiveException if it cannot be taken over
     * @throws org.fingerpost.envelope.EnvelopeException if the bytes were changed
     */
    public Optional<Document> next() throws IOException {
        try {
            Document document = read();
            if (document instanceof Document.End(long documents)) {
                checkEnd(documents);
                return Optional.empty();
            }
            return Optional.of(document);
        } catch (ZipException | EOFException broken) {
            throw new ArchiveException(number + 1, "it is not packed as archives are");
        }
    }

    /** How large all documents were so far, in bytes. */
    public long bytes() {
        return lines.read();
    }

    private Document read() throws IOException {
        number++;
        if (number > Limits.MOST_DOCUMENTS) {
            throw new ArchiveException(number, "there are more than are read");
        }
        String line =
                lines.next(number)
                        .orElseThrow(() -> new ArchiveException(number, "the end is missing"));
        Document document = parsed(line);
        boolean once =
                !(document instanceof Document.OfGroup
                        || document instanceof Document.OfSheet
                        || document instanceof Document.OfDevice);
        if (document.rank() < rank || (once && document.rank() == rank)) {
            throw new ArchiveException(number, "it does not stand where it should");
        }
        if ((number == 1) != (document instanceof Document.Manifest)) {
            throw new ArchiveException(number, "an archive begins with its manifest");
        }
        rank = document.rank();
        return document;
    }

    private Document parsed(String line) {
        try {
            Document document = json.readValue(line);
            if (document == null) {
                throw new ArchiveException(number, "there is nothing in it");
            }
            if (document instanceof Document.Manifest manifest
                    && (manifest.version() < 1 || manifest.version() > Document.VERSION)) {
                throw new ArchiveException(
                        number, "version " + manifest.version() + " is not known here");
            }
            return document;
        } catch (ValueInstantiationException wrong) {
            throw new ArchiveException(number, "a member is missing, or cannot be what it says");
        } catch (JsonProcessingException wrong) {
            // Without its message, which quotes the text.
            throw new ArchiveException(number, "it cannot be read");
        }
    }

    private void checkEnd(long documents) throws IOException {
        if (documents != number - 1 || lines.next(number).isPresent() || sealed.read() >= 0) {
            throw new ArchiveException(number, "the end is not where it should be");
        }
    }
}
